import { describe, expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { byPerson, inEveryWorld, siteOf } from '../../store/world.test-kit'
import type { QueryParams } from '../definition/nested'
import { readDefinition } from '../definition/read'
import type { FunnelAsk } from './funnel'
import { funnelDefinition } from './funnel-query'

const from = '2026-03-27'
const to = '2026-03-31'

function asking(params: QueryParams, days = { from, to }): FunnelAsk {
  const { definition, errors } = readDefinition(funnelDefinition, params, '2026-04-05')
  if (!definition) throw new Error(JSON.stringify(errors))
  return { report: 'funnel', definition, days, zone: 'UTC', today: '2026-04-05', now: Date.UTC(2026, 3, 5) }
}

const steps = (...events: string[]) =>
  Object.fromEntries(events.map((event, at) => [`steps.${at}.event`, event]))

/** One person who does one thing after the other, a minute apart. */
const inTurn = (events: string[], minutes = 1): Hit[] =>
  events.map((_n, at) => {
    const second = Date.UTC(2026, 2, 28, 12) / 1000 + at * minutes * 60
    return { _p: 'ada', _n, _t: second, _r: second * 1000 }
  })

const reachedBy = (hits: Hit[], params: QueryParams) =>
  siteOf(hits, ask => ask(asking(params)).steps.map(step => step.reached))

describe('five steps with and without those who skipped (kissmetrics.md, 4.2)', () => {
  const five = steps('1', '2', '3', '4', '5')
  test.each([
    ['1234', '11110', '11110'],
    ['1245', '11000', '11011'],
    ['1254', '11000', '11010'],
    ['12435', '11100', '11101'],
  ])('%s', (order, without, withSkipped) => {
    const hits = inTurn([...order])
    expect(reachedBy(hits, five).join('')).toBe(without)
    expect(reachedBy(hits, { ...five, skip: '1' }).join('')).toBe(withSkipped)
  })
})

test('the same second is in order', () => {
  expect(reachedBy(inTurn(['b', 'a'], 0), steps('a', 'b'))).toEqual([1, 1])
})

test('only the last time on each day counts where it is asked for', () => {
  const hits = inTurn(['a', 'b', 'a'])
  expect(reachedBy(hits, steps('a', 'b'))).toEqual([1, 1])
  expect(reachedBy(hits, { ...steps('a', 'b'), counting: 'daily' })).toEqual([1, 0])
})

test('a way through must fit its window, from whichever beginning has time left', () => {
  const hits = inTurn(['a', 'a', 'b', 'c'], 10)
  const window = (window: string) => reachedBy(hits, { ...steps('a', 'b', 'c'), window, unit: 'minutes' })
  expect(window('20')).toEqual([1, 1, 1])
  expect(window('10')).toEqual([1, 1, 0])
  expect(window('9')).toEqual([1, 0, 0])
})

test('what ends a way through lets only a later beginning go on', () => {
  const ended = { ...steps('a', 'b'), 'without.0.event': 'x' }
  expect(reachedBy(inTurn(['a', 'x', 'b']), ended)).toEqual([1, 0])
  expect(reachedBy(inTurn(['a', 'x', 'a', 'b']), ended)).toEqual([1, 1])
})

test('ways through are counted one after the other', () => {
  expect(reachedBy(inTurn(['a', 'b', 'a', 'a', 'b', 'a']), { ...steps('a', 'b'), of: 'ways' })).toEqual([
    3, 2,
  ])
})

type Row = { second: number; step: number }

/** The longest chain of different rows in order, tried in every way. */
function furthest(rows: Row[], length: number, window: number): number {
  const from = (step: number, row: number, began: number): number => {
    let best = step
    if (step === length) return best
    rows.forEach((next, at) => {
      if (next.step !== step || at < row || (step > 0 && next.second - began > window)) return
      best = Math.max(best, from(step + 1, at + 1, step === 0 ? next.second : began))
    })
    return best
  }
  return from(0, 0, 0)
}

test('agrees with trying every chain, wherever the hits are', () => {
  const events = ['visited site', 'page view', 'signed up']
  inEveryWorld((world, site) => {
    for (const hours of [undefined, 30]) {
      const window = hours ? { window: String(hours), unit: 'hours' } : {}
      const answer = world.ask(site, asking({ ...steps(...events), ...window }))
      const depths = [...byPerson(world.hits[site]).values()].map(mine => {
        const rows = mine
          .filter(one => events.includes(one.event))
          .map(one => ({ second: one.second, step: events.indexOf(one.event) }))
        rows.sort((a, b) => a.second - b.second || a.step - b.step)
        return furthest(rows, events.length, hours ? hours * 3600 : Number.POSITIVE_INFINITY)
      })
      const reached = events.map((_, step) => depths.filter(depth => depth > step).length)
      expect(answer.steps.map(step => step.reached)).toEqual(reached)
      for (let step = 1; step <= events.length; step++) {
        const of = asking({ ...steps(...events), ...window })
        const behind = world.ask(site, { report: 'behind', of, cell: `reached.${step}`, skip: 0, most: 100 })
        expect(behind.total).toBe(reached[step - 1])
        expect(new Set(behind.people).size).toBe(behind.total)
      }
    }
  })
})

test('segments add up to everybody, in every mode', () => {
  inEveryWorld((world, site) => {
    for (const mode of ['event', 'first-ever', 'last-ever', 'first-range', 'last-range']) {
      const params = {
        ...steps('visited site', 'page view'),
        'segment.property': 'referrer',
        'segment.mode': mode,
      }
      const { steps: all, segments = [] } = world.ask(site, asking(params))
      all.forEach((step, at) => {
        expect(segments.reduce((sum, one) => sum + one.reached[at]!, 0)).toBe(step.reached)
      })
    }
  }, 10)
})
