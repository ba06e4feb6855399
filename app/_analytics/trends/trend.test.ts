import fc from 'fast-check'
import { expect, it } from 'vitest'
import { trendOf } from './trend'

const sites = (count: number, people: number) =>
  Array.from({ length: count }, () => ({ count: people * 2, people }))

it.each([
  ['5 sites and 100 people', sites(5, 20), { count: 200, people: 100, sites: 5 }],
  ['4 sites', sites(4, 500), undefined],
  ['99 people', [...sites(4, 20), { count: 40, people: 19 }], undefined],
  ['5 sites of which one has none of it', [...sites(4, 50), { count: 0, people: 0 }], undefined],
  ['one site that is nearly all of it', [...sites(4, 20), { count: 10_000, people: 900 }], undefined],
  ['figures that are not round', sites(7, 123), { count: 1700, people: 860, sites: 7 }],
])('of %s', (_what, parts, trend) => {
  expect(trendOf(parts)).toEqual(trend)
})

const part = fc.record({ count: fc.nat(1000), people: fc.nat(1000) })

it('publishes nothing that too few stand behind', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), parts => {
      const trend = trendOf(parts)
      const behind = parts.filter(({ count }) => count > 0)
      const people = behind.reduce((sum, one) => sum + one.people, 0)
      if (behind.length < 5 || people < 100) expect(trend).toBeUndefined()
    }),
  )
})
