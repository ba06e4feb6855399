import { expect, test } from 'vitest'
import { SiteReader } from '../../store/site-reader'
import { counted, inEveryWorld } from '../../store/world.test-kit'
import { dayIn } from '../calendar'
import { hostOf } from '../overview/dimensions'
import { attribution, attributionPeople } from './attribution'
import { type AttributionAsk, attributionDefinition, attributionKind, modelNames } from './attribution-query'
import { shares } from './credit'

const day = 86_400

test.each([
  ['first', [1, 0, 0, 0]],
  ['last', [0, 0, 0, 1]],
  ['linear', [0.25, 0.25, 0.25, 0.25]],
  ['position', [0.4, 0.1, 0.1, 0.4]],
  ['decay', [1 / 15, 2 / 15, 4 / 15, 8 / 15]],
] as const)('%s', (model, expected) => {
  const found = shares(model, [21 * day, 14 * day, 7 * day, 0], 7)
  found.forEach((share, i) => {
    expect(share).toBeCloseTo(expected[i]!, 12)
  })
})

test('one visit gets it all, two share evenly by position, and old ones are still numbers', () => {
  for (const model of modelNames) expect(shares(model, [5 * day], 7)).toEqual([1])
  expect(shares('position', [9, 5], 7)).toEqual([0.5, 0.5])
  const [old, recent] = shares('decay', [3000 * day, 2990 * day], 1) as [number, number]
  expect(old / recent).toBeCloseTo(2 ** -10, 12)
})

const definition = (given: object) =>
  attributionDefinition.parse({
    event: 'signed up',
    by: 'referrer',
    lookback: '2',
    value: 'engaged seconds',
    ...given,
  })

test('credit agrees with the plain account, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    const reader = new SiteReader(world.dir, site)
    for (const once of ['', '1']) {
      const ask: AttributionAsk = {
        report: 'attribution',
        definition: definition({ once }),
        days: { from: '2026-03-28', to: '2026-03-31' },
        zone: 'Europe/Paris',
        today: '2026-04-01',
        now: Date.UTC(2026, 3, 1),
      }
      const answer = reader.read(source => attribution(source, ask))
      const all = counted(world.hits[site]).filter(({ person }) => person !== undefined)
      const inRange = all
        .filter(({ event, second }) => {
          const on = dayIn('Europe/Paris', second * 1000)
          return event === 'signed up' && on >= '2026-03-28' && on <= '2026-03-31'
        })
        .sort((a, b) => a.second - b.second)
        .filter((one, i, list) => !once || list.findIndex(other => other.person === one.person) === i)
      const credit = new Map<string, number>()
      let value = 0
      for (const { person, second, hit } of inRange) {
        value += Number(hit['engaged seconds'])
        const visits = all
          .filter(one => one.event === 'visited site' && one.person === person)
          .filter(one => one.second <= second && one.second >= second - 2 * day)
        const names = visits.map(one => hostOf(String(one.hit.referrer)) || 'Direct or none')
        if (names.length === 0) names.push('Direct or none')
        for (const name of names) credit.set(name, (credit.get(name) ?? 0) + 1 / names.length)
      }
      expect(answer.total).toEqual({
        conversions: inRange.length,
        people: new Set(inRange.map(({ person }) => person)).size,
        value,
      })
      expect(new Set(answer.rows.map(({ name }) => name))).toEqual(new Set(credit.keys()))
      for (const row of answer.rows) {
        expect(row.credit.linear.conversions).toBeCloseTo(credit.get(row.name)!, 9)
        const behind = reader.read(source => attributionPeople(source, ask, 'all', row.name))
        expect(behind.length).toBe(row.people)
      }
      for (const model of modelNames) {
        const sum = (of: 'conversions' | 'value') =>
          answer.rows.reduce((total, { credit }) => total + credit[model][of], 0)
        expect(sum('conversions')).toBeCloseTo(inRange.length, 9)
        expect(sum('value')).toBeCloseTo(value, 6)
      }
      const [table] = attributionKind.tables(answer, ask.definition)
      expect(table?.rows.at(-1)?.[2]).toBe(inRange.length)
    }
    reader.close()
  }, 12)
})
