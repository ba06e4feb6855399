import { describe, expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { byPerson, inEveryWorld, siteOf } from '../../store/world.test-kit'
import type { QueryParams } from '../definition/nested'
import { readDefinition } from '../definition/read'
import type { AbAsk } from './ab'
import { abDefinition } from './ab-query'
import { equalShares, peopleNeeded } from './statistics'

function asking(params: QueryParams, today = '2026-04-05'): AbAsk {
  const { definition, errors } = readDefinition(
    abDefinition,
    { property: 'test', 'goal.event': 'bought', ...params },
    today,
  )
  if (!definition) throw new Error(JSON.stringify(errors))
  const days = { from: '2026-03-27', to: '2026-03-31' }
  return { report: 'ab', definition, days, zone: 'UTC', today, now: Date.parse(today) }
}

const start = Date.UTC(2026, 2, 28) / 1000

/** So many people of each variation, of whom so many buy an hour later. */
const arms = (given: Record<string, [people: number, conversions: number]>): Hit[] =>
  Object.entries(given).flatMap(([test, [people, conversions]]) =>
    Array.from({ length: people }, (_, at): Hit[] => {
      const _p = `${test}${at}`
      const seen = { _p, _t: start + at, _r: (start + at) * 1000, test }
      const bought = { _p, _n: 'bought', _t: start + 3600 + at, _r: (start + 3600 + at) * 1000 }
      return at < conversions ? [seen, bought] : [seen]
    }).flat(),
  )

const of = (hits: Hit[], params: QueryParams = {}) => siteOf(hits, ask => ask(asking(params)))
/** Few enough people needed that the published examples may be compared. */
const soon = { expected: '50', effect: '100', baseline: 'b' }

test.each([
  [10, 33, 8, 42, 0.59, 0.872, 'none'],
  [120, 1000, 100, 1000, 0.2, 0.924, 'none'],
  [130, 1000, 100, 1000, 0.3, 0.982, 'winner'],
  [55, 500, 50, 500, 0.1, 0.697, 'none'],
])(
  '%i of %i against %i of %i (kissmetrics.md, 4.6)',
  (won, people, wonBefore, before, better, sure, verdict) => {
    const answer = of(arms({ v: [people, won], b: [before, wonBefore] }), soon)
    const variant = answer.variations.find(one => one.name === 'v')
    expect(variant?.improvement).toBeCloseTo(better, 2)
    expect(variant?.certainty).toBeCloseTo(sure, 3)
    expect(answer.verdict.kind).toBe(verdict)
    const [low, high] = variant!.improvementBetween!
    expect(low < better && better < high).toBe(true)
  },
)

describe('nothing is compared', () => {
  const clear = arms({ v: [60, 40], b: [60, 10] })
  test('before the people that were stated have come', () => {
    const answer = of(clear, { expected: '10', effect: '10' })
    expect(answer.verdict).toEqual({ kind: 'waiting', people: peopleNeeded(0.1, 0.1) - 60 })
    expect(JSON.stringify(answer)).not.toContain('certainty')
  })
  test('before the day that was stated has passed', () => {
    expect(of(clear, { ...soon, until: '2026-04-05' }).verdict).toMatchObject({
      kind: 'waiting',
      until: '2026-04-05',
    })
    expect(of(clear, { ...soon, until: '2026-04-04' }).verdict).toEqual({ kind: 'winner', name: 'v' })
  })
  test('where the split is broken', () => {
    expect(of(arms({ v: [200, 40], b: [100, 10] }), soon).verdict).toEqual({ kind: 'unsound' })
  })
})

test('who saw several variations is left out, and what came before one does not count', () => {
  const at = (_p: string, second: number, more: Partial<Hit>): Hit => {
    return { _p, _t: start + second, _r: (start + second) * 1000, ...more }
  }
  const answer = of([
    at('both', 0, { test: 'v' }),
    at('both', 9, { test: 'b' }),
    at('early', 0, { _n: 'bought' }),
    at('early', 9, { test: 'v' }),
    at('fine', 0, { test: 'b' }),
    at('fine', 0, { _n: 'bought' }),
  ])
  expect(answer.crossed).toBe(1)
  expect(answer.variations.map(({ name, people, conversions }) => [name, people, conversions])).toEqual([
    ['b', 1, 1],
    ['v', 1, 0],
  ])
})

test('published values: people needed, and how likely a split is', () => {
  // From 5 % to 6 % with the usual 5 % and 80 %: about 8,150 each.
  expect(peopleNeeded(0.05, 0.2)).toBeGreaterThan(8100)
  expect(peopleNeeded(0.05, 0.2)).toBeLessThan(8200)
  // Chi-squared 3.841 with one degree of freedom and 5.991 with two are the 5 % points.
  expect(equalShares([519.6, 480.4])).toBeCloseTo(0.215, 3)
  expect(equalShares([531, 469])).toBeCloseTo(0.05, 3)
  expect(equalShares([100, 100, 100])).toBe(1)
})

test('people and conversions agree with the plain count, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    const answer = world.ask(site, asking({ property: 'referrer', 'goal.event': 'signed up' }))
    const expected = new Map<string, [number, number]>()
    let crossed = 0
    for (const mine of byPerson(world.hits[site]).values()) {
      const values = new Set(mine.map(one => String(one.hit.referrer)))
      if (values.size > 1) crossed += 1
      if (values.size !== 1) continue
      const [value = ''] = values
      const [people, won] = expected.get(value) ?? [0, 0]
      expected.set(value, [people + 1, won + Number(mine.some(one => one.event === 'signed up'))])
    }
    const found = answer.variations.map(one => [one.name, [one.people, one.conversions]] as const)
    expect(new Map(found)).toEqual(expected)
    expect(answer.crossed).toBe(crossed)
  }, 15)
})
