import { describe, expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { byPerson, counted, inEveryWorld, siteOf } from '../../store/world.test-kit'
import type { QueryParams } from '../definition/nested'
import { readDefinition } from '../definition/read'
import type { MetricsAsk } from './metrics'
import { metricsDefinition } from './metrics-query'

function asking(params: QueryParams, days = { from: '2026-03-27', to: '2026-03-31' }): MetricsAsk {
  const { definition, errors } = readDefinition(metricsDefinition, params, '2026-06-05')
  if (!definition) throw new Error(JSON.stringify(errors))
  return { report: 'metrics', definition, days, zone: 'UTC', today: '2026-06-05', now: Date.UTC(2026, 5, 5) }
}

const hit = (_p: string, day: string, more: Partial<Hit>): Hit => {
  const second = Date.parse(`${day}T12:00:00Z`) / 1000
  return { _p, _t: second, _r: second * 1000, ...more }
}

test('average number of times before a conversion: Andy, Keara and Ryan (kissmetrics.md, 4.1)', () => {
  const did: Record<string, string> = {
    andy: '12/29:1 12/30:1 12/31:2 01/01:1 01/02:2 01/03:1 01/04:1 01/05:2',
    keara: '12/29:2 12/30:1 12/31:1 01/01:1 01/02:1 01/03:2 01/04:1 01/05:2',
    ryan: '12/31:1 01/01:1 01/02:1 01/03:2',
  }
  const hits = Object.entries(did).flatMap(([who, days]) =>
    days.split(' ').map(text => {
      const [, month, day, kind] = text.match(/(\d+)\/(\d+):(\d)/)!
      return hit(who, `${month === '12' ? 2025 : 2026}-${month}-${day}`, {
        _n: kind === '1' ? 'viewed' : 'bought',
      })
    }),
  )
  const january = { from: '2026-01-01', to: '2026-01-31' }
  const params = { calculation: 'times-before', 'first.event': 'viewed', 'second.event': 'bought' }
  const of = (mine: Hit[]) => siteOf(mine, ask => ask(asking(params, january)).total.value)
  expect(of(hits)).toBe(2.2)
  for (const [who, average] of Object.entries({ andy: 1.5, keara: 2.5, ryan: 3 }))
    expect(of(hits.filter(one => one._p === who))).toBe(average)
})

test('revenue by where Bob came from, in every mode (kissmetrics.md, 4.1)', () => {
  const visit = (day: string, host: string, revenue?: string) =>
    hit('bob', day, { _n: 'visited', referrer: `http://${host}/x`, ...(revenue && { revenue }) })
  const hits = [
    visit('2026-04-16', 'linkedin.com'),
    visit('2026-05-02', 'facebook.com', '50'),
    visit('2026-05-05', 'google.com', '100'),
    visit('2026-06-03', 'pinterest.com'),
  ]
  const by = (mode: string) =>
    siteOf(hits, ask => {
      const params = {
        calculation: 'total',
        property: 'revenue',
        'segment.property': 'referrer',
        'segment.mode': mode,
      }
      const { segments = [] } = ask(asking(params, { from: '2026-05-01', to: '2026-05-31' }))
      return Object.fromEntries(segments.map(one => [one.name, one.value]))
    })
  expect(by('first-ever')).toEqual({ 'linkedin.com': 150 })
  expect(by('last-ever')).toEqual({ 'pinterest.com': 150 })
  expect(by('first-range')).toEqual({ 'facebook.com': 150 })
  expect(by('last-range')).toEqual({ 'google.com': 150 })
  expect(by('event')).toEqual({ 'facebook.com': 50, 'google.com': 100 })
})

describe('conversions and averages', () => {
  const hits = [
    hit('a', '2026-03-28', { _n: 'seen' }),
    hit('a', '2026-03-30', { _n: 'bought', price: '10' }),
    hit('b', '2026-03-28', { _n: 'seen' }),
    hit('b', '2026-03-29', { _n: 'seen' }),
    // Converted before: not among those who could.
    hit('c', '2026-03-26', { _n: 'bought', price: '70' }),
    hit('c', '2026-03-28', { _n: 'seen' }),
    hit('d', '2026-03-30', { _n: 'bought', price: '20' }),
    hit('d', '2026-03-31', { _n: 'returned', price: '-5' }),
  ]
  const events = { 'first.event': 'seen', 'second.event': 'bought' }
  test.each([
    ['people', {}, 3],
    ['times', {}, 4],
    ['average', {}, 4 / 3],
    ['convert-once', {}, 1 / 2],
    ['convert-again', {}, 2 / 4],
    ['time-between', {}, 2 * 86_400],
    ['total', { property: 'price' }, 25],
    ['average-value', { property: 'price' }, 25 / 2],
    ['average-value', { property: 'price', per: 'value' }, 25 / 3],
    ['average-value', { property: 'price', among: 'everyone' }, 25 / 4],
    ['average-value', { property: 'price', among: 'event' }, 10 / 3],
  ])('%s %j', (calculation, more, value) => {
    expect(siteOf(hits, ask => ask(asking({ calculation, ...events, ...more })).total.value)).toBeCloseTo(
      value,
      9,
    )
  })
})

test('agrees with the plain count, wherever the hits are; the series of what adds up adds up', () => {
  inEveryWorld((world, site) => {
    const people = [...byPerson(world.hits[site]).values()]
    const of = (calculation: string) =>
      world.ask(site, asking({ calculation, 'first.event': 'visited site', 'second.event': 'page view' }))
    const seconds = (mine: (typeof people)[number], event: string) =>
      mine.filter(one => one.event === event).map(one => one.second)
    const visits = people.map(mine => seconds(mine, 'visited site'))
    const times = of('times')
    const nobodyToo = counted(world.hits[site]).filter(one => one.event === 'visited site')
    expect(times.total.value).toBe(nobodyToo.length)
    expect(times.series.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBe(times.total.value)
    expect(of('people').total.value).toBe(visits.filter(mine => mine.length).length)
    const pairs = people.map(
      mine => [seconds(mine, 'visited site')[0], seconds(mine, 'page view')[0]] as const,
    )
    const could = pairs.filter(([from, to]) => from !== undefined && !(to !== undefined && to < from))
    const once = of('convert-once').total
    expect([once.sum, once.of]).toEqual([could.filter(([, to]) => to !== undefined).length, could.length])
    const gaps = people.flatMap(mine => {
      const [from] = seconds(mine, 'visited site')
      const to = from === undefined ? undefined : seconds(mine, 'page view').find(at => at >= from)
      return from === undefined || to === undefined ? [] : [to - from]
    })
    const between = of('time-between').total
    expect([between.sum, between.of]).toEqual([gaps.reduce((sum, gap) => sum + gap, 0), gaps.length])
  }, 15)
})
