import { describe, expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { siteOf } from '../../store/world.test-kit'
import type { QueryParams } from '../definition/nested'
import { readDefinition } from '../definition/read'
import type { RevenueAsk } from './revenue'
import { revenueDefinition } from './revenue-query'

function asking(params: QueryParams, days: { from: string; to: string }): RevenueAsk {
  const read = readDefinition(revenueDefinition, { property: 'amount', ...params }, '2026-09-01')
  if (!read.definition) throw new Error(JSON.stringify(read.errors))
  const now = Date.UTC(2026, 8, 1)
  return { report: 'revenue', definition: read.definition, days, zone: 'UTC', today: '2026-09-01', now }
}

const paid = (_p: string, day: string, amount: number, more: Partial<Hit> = {}): Hit => {
  const second = Date.parse(`${day}T12:00:00Z`) / 1000
  return { _p, _n: 'billed', _t: second, _r: second * 1000, amount: String(amount), ...more }
}

const spring = { from: '2026-04-01', to: '2026-05-31' }
const of = (hits: Hit[], params: QueryParams = {}, days = spring) =>
  siteOf(hits, ask => ask(asking(params, days)))

describe('lost by time, after 30 days (kissmetrics.md, 4.5)', () => {
  test.each([
    ['nothing', [], 1],
    ['a refund', [paid('ada', '2026-05-01', -25)], 1],
    ['nought', [paid('ada', '2026-05-01', 0)], 1],
    ['another payment', [paid('ada', '2026-05-01', 10)], 0],
  ])('%s on 1 May', (_, then, lost) => {
    const { all } = of([paid('ada', '2026-04-01', 10), ...then], {}, { from: '2026-04-01', to: '2026-05-15' })
    expect(all.lost).toBe(lost)
    expect(all.lifetime).toBe(lost ? all.total / lost : null)
  })
})

test('who is won, who is lost, and what one is worth', () => {
  const hits = [
    paid('old', '2026-02-01', 5),
    paid('old', '2026-04-10', 20),
    paid('new', '2026-04-10', 30),
    paid('new', '2026-04-12', -10),
    paid('stays', '2026-04-20', 40),
    paid('stays', '2026-05-15', 40),
  ]
  const { all, series } = of(hits, { by: 'month' })
  expect(all).toEqual({
    total: 120,
    customers: 3,
    gained: 2,
    lost: 2,
    average: 40,
    churn: 2 / 3,
    lifetime: 60,
  })
  expect(series).toEqual([
    { day: '2026-04-01', total: 80, customers: 3, gained: 2, lost: 0 },
    { day: '2026-05-01', total: 40, customers: 3, gained: 0, lost: 2 },
  ])
})

test('an event ends it, alone or before the time is over', () => {
  const hits = [
    paid('ada', '2026-04-01', 10),
    paid('ada', '2026-04-11', 0, { _n: 'canceled' }),
    paid('ben', '2026-04-01', 10),
  ]
  const by = (churn: string, to: string) =>
    of(hits, { churn, 'lostBy.event': 'canceled' }, { from: '2026-04-01', to }).all.lost
  expect(by('event', '2026-05-31')).toBe(1)
  expect(by('both', '2026-04-12')).toBe(1)
  expect(by('both', '2026-05-31')).toBe(2)
})

test('segments share what there is, and the people behind them are theirs', () => {
  const hits = [
    paid('ada', '2026-04-01', 10, { plan: 'solo' }),
    paid('ben', '2026-04-02', 30, { plan: 'team' }),
    paid('cara', '2026-04-03', 30, { plan: 'team' }),
  ]
  const params = { 'segment.property': 'plan', 'segment.mode': 'first-ever' }
  const { all, segments = [] } = of(hits, params)
  expect(segments.map(one => [one.name, one.total, one.customers])).toEqual([
    ['team', 60, 2],
    ['solo', 10, 1],
  ])
  expect(segments.reduce((sum, one) => sum + one.total, 0)).toBe(all.total)
  const behind = siteOf(hits, ask =>
    ask({
      report: 'behind',
      of: asking(params, spring),
      cell: 'customers',
      segment: 'team',
      skip: 0,
      most: 9,
    }),
  )
  expect(behind.people.map(one => one.name)).toEqual(['ben', 'cara'])
})
