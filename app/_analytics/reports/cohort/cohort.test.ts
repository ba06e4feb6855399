import { describe, expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { byPerson, inEveryWorld, siteOf } from '../../store/world.test-kit'
import type { QueryParams } from '../definition/nested'
import { readDefinition } from '../definition/read'
import type { CohortAsk } from './cohort'
import { cohortDefinition } from './cohort-query'

function asking(params: QueryParams, days = { from: '2026-03-27', to: '2026-03-31' }): CohortAsk {
  const { definition, errors } = readDefinition(cohortDefinition, params, '2026-05-01')
  if (!definition) throw new Error(JSON.stringify(errors))
  const now = Date.UTC(2026, 4, 1)
  return { report: 'cohort', definition, days, zone: 'UTC', today: '2026-05-01', now }
}

/** One person's events at days after 28 March, noon. */
const on = (days: [event: string, day: number][], _p = 'ada'): Hit[] =>
  days.map(([_n, day]) => {
    const second = Date.UTC(2026, 2, 28, 12) / 1000 + day * 86_400
    return { _p, _n, _t: second, _r: second * 1000 }
  })

const cellsOf = (hits: Hit[], params: QueryParams) =>
  siteOf(hits, ask => ask(asking(params)).cohorts.map(one => one.cells))

describe('buckets are of everybody’s own time (kissmetrics.md, 4.3)', () => {
  const weeks = { 'first.event': 'a', 'second.event': 'b', buckets: '3' }
  test.each([
    [6, [1, 0, 0]],
    [7, [0, 1, 0]],
    [13, [0, 1, 0]],
    [14, [0, 0, 1]],
    [21, [0, 0, 0]],
  ])('on day %i', (day, cells) => {
    expect(
      cellsOf(
        on([
          ['a', 0],
          ['b', day],
        ]),
        weeks,
      ),
    ).toEqual([cells])
  })

  test('a month is thirty days', () => {
    const months = { ...weeks, length: 'month' }
    expect(
      cellsOf(
        on([
          ['a', 0],
          ['b', 29],
        ]),
        months,
      )[0]?.slice(0, 2),
    ).toEqual([1, 0])
    expect(
      cellsOf(
        on([
          ['a', 0],
          ['b', 30],
        ]),
        months,
      )[0]?.slice(0, 2),
    ).toEqual([0, 1])
  })
})

test('each way of counting', () => {
  const hits = on([
    ['a', 0],
    ['b', 1],
    ['b', 2],
    ['b', 15],
  ])
  const params = { 'first.event': 'a', 'second.event': 'b', buckets: '4' }
  const cells = (more: QueryParams) => cellsOf(hits, { ...params, ...more })[0]
  expect(cells({})).toEqual([1, 0, 1, 0])
  expect(cells({ count: 'first' })).toEqual([1, 0, 0, 0])
  expect(cells({ count: 'rolling' })).toEqual([1, 1, 1, 0])
  expect(cells({ count: 'times' })).toEqual([2, 0, 1, 0])
  expect(cells({ count: 'times', sum: '1' })).toEqual([2, 2, 3, 3])
  expect(cells({ sum: '1' })).toEqual([1, 1, 1, 1])
})

test('the event that begins is no return to itself, and one in the same second as another is', () => {
  expect(cellsOf(on([['a', 0]]), { 'first.event': 'a', buckets: '2' })).toEqual([[0, 0]])
  expect(
    cellsOf(
      on([
        ['b', 0],
        ['a', 0],
      ]),
      { 'first.event': 'a', 'second.event': 'b', buckets: '2' },
    ),
  ).toEqual([[1, 0]])
})

test('only the first event is held to the range; everybody is in one cohort, of their first in it', () => {
  const hits = [
    ...on([
      ['a', 0],
      ['a', 1],
      ['a', 20],
    ]),
    ...on([['a', 9]], 'ben'),
  ]
  const { cohorts } = siteOf(hits, ask => ask(asking({ 'first.event': 'a', by: 'day', buckets: '4' })))
  expect(cohorts).toEqual([{ name: '2026-03-28', people: 1, cells: [1, 0, 1, 0], complete: 4 }])
})

test('agrees with the plain count, wherever the hits are, and each cell with the people behind it', () => {
  inEveryWorld((world, site) => {
    for (const count of ['people', 'first', 'rolling'] as const) {
      const ask = asking({
        'first.event': 'visited site',
        'second.event': 'page view',
        by: 'day',
        length: 'day',
        buckets: '4',
        count,
      })
      const expected = new Map<string, { people: number; cells: number[] }>()
      for (const mine of byPerson(world.hits[site]).values()) {
        const start = mine.find(one => one.event === 'visited site')
        if (!start) continue
        const day = new Date(start.second * 1000).toISOString().slice(0, 10)
        const cohort = expected.get(day) ?? { people: 0, cells: [0, 0, 0, 0] }
        expected.set(day, cohort)
        cohort.people += 1
        const back = mine
          .filter(one => one.event === 'page view' && one.second >= start.second)
          .map(one => Math.floor((one.second - start.second) / 86_400))
        cohort.cells = cohort.cells.map((cell, bucket) => {
          const counts =
            count === 'people'
              ? back.includes(bucket)
              : count === 'first'
                ? Math.min(...back) === bucket
                : back.some(one => one >= bucket && one < 4)
          return cell + Number(counts)
        })
      }
      const { cohorts } = world.ask(site, ask)
      expect(cohorts.map(({ name, people, cells }) => [name, { people, cells }])).toEqual(
        [...expected].sort(([a], [b]) => (a < b ? -1 : 1)),
      )
      for (const { name, cells } of cohorts) {
        const behind = world.ask(site, {
          report: 'behind',
          of: ask,
          cell: 'back.1',
          segment: name,
          skip: 0,
          most: 9,
        })
        expect(behind.total).toBe(cells[0])
      }
    }
  }, 15)
})
