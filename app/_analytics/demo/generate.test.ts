import { describe, expect, it } from 'vitest'
import { day } from '@/_platform/clock'
import type { Hit } from '../hit'
import { generate } from './generate'
import { publicSite } from './public-site'
import { shop } from './shop'

const now = Date.UTC(2026, 10, 23, 15, 30)
const today = Date.UTC(2026, 10, 23)
const days = 90
const site = (events: number, at = now) => [
  ...generate({ world: publicSite('https://firsthand.example'), now: at, events, days }),
]
const hits = site(90_000)
const client = [...generate({ world: shop('https://halden-tea.example'), now, events: 30_000, days })]
const named = (name: string) => hits.filter(hit => hit._n === name)
const dayOf = (hit: Hit) => Math.floor(hit._r / day)

const perDay = new Map<number, number>()
for (const hit of hits) perDay.set(dayOf(hit), (perDay.get(dayOf(hit)) ?? 0) + 1)

function wellFormed({ _p, _p2, _n, _t, _r, _b, _i, ...properties }: Hit): boolean {
  const names = Object.keys(properties)
  return (
    [_t, _r].every(Number.isInteger) &&
    (_p === undefined || (_p !== '' && _p.length <= 255)) &&
    (_n === undefined || /^[^A-Z:,]{1,255}$/.test(_n)) &&
    (_b === undefined || _b === 1) &&
    (_i === undefined || /^[\w+/]{12}$/.test(_i)) &&
    (_p2 ? _n === undefined && names.length === 0 && _p !== _p2 : Boolean(_n) || names.length > 0) &&
    names.every(name => name === 'channel: origin' || /^[^A-Z_:,][^A-Z:,]*$/.test(name)) &&
    Object.values(properties).every(value => typeof value === 'string')
  )
}

describe.each([
  ['the public site', hits],
  ['a client’s shop', client],
])('the demo of %s', (_, lines) => {
  it('is in receive order, within its days, and never from the future', () => {
    const start = today - days * day
    const wrong = lines.filter(
      ({ _r, _t }, index) =>
        _r < (lines[index - 1]?._r ?? start) || _r >= now || _t * 1000 > _r || _t * 1000 < start,
    )
    expect(wrong).toEqual([])
  })

  it('holds only lines of the raw-export form', () => {
    expect(lines.filter(line => !wellFormed(line))).toEqual([])
  })
})

describe('the public site’s demo', () => {
  it('is the same every time', () => {
    expect(site(20_000)).toEqual(site(20_000))
  })

  it('only goes on as the day goes on', () => {
    const earlier = site(20_000, now - 6 * 3_600_000)
    const later = site(20_000)
    expect(later.length).toBeGreaterThan(earlier.length)
    expect(later.slice(0, earlier.length)).toEqual(earlier)
  })

  it.each([20_000, 90_000, 200_000])('makes about %d hits', events => {
    expect(Math.abs(site(events).length / events - 1)).toBeLessThan(0.08)
  })

  it('has quiet weekends', () => {
    const mean = (wanted: (weekday: number) => boolean) => {
      const counts = [...perDay].filter(([at]) => wanted(new Date(at * day).getUTCDay())).map(([, n]) => n)
      return counts.reduce((sum, n) => sum + n, 0) / counts.length
    }
    const ratio = mean(at => at >= 1 && at <= 5) / mean(at => at === 0 || at === 6)
    expect(ratio).toBeGreaterThan(1.5)
    expect(ratio).toBeLessThan(2.5)
  })

  it('has one launch, on a Tuesday, that stands far above every other day', () => {
    const [first, second] = [...perDay].sort((a, b) => b[1] - a[1])
    const median = [...perDay.values()].sort((a, b) => a - b)[Math.floor(perDay.size / 2)]!
    expect(new Date(first![0] * day).getUTCDay()).toBe(2)
    expect(first![1]).toBeGreaterThan(3.5 * median)
    expect(second![0]).toBe(first![0] + 1)
  })

  it('is busier by day than by night', () => {
    const hours = Array.from({ length: 24 }, () => 0)
    for (const hit of hits) hours[new Date(hit._r).getUTCHours()]!++
    expect(hours[15]!).toBeGreaterThan(2 * hours[4]!)
  })

  it('brings people by every channel, most of them by search', () => {
    const visits = named('visited site').map(hit => `${hit.referrer} ${hit.url}`)
    const share = (pattern: RegExp) => visits.filter(visit => pattern.test(visit)).length / visits.length
    const search = share(/^https:\/\/(www\.google\.com|www\.bing\.com|duckduckgo\.com)\S* [^?]*$/)
    expect(search).toBeGreaterThan(0.2)
    for (const channel of [/^https:\/\/github\.com/, /utm_medium=email/, /utm_medium=cpc/, /linkedin\.com/])
      expect(share(channel), String(channel)).toBeGreaterThan(0.015)
    expect(share(/^Direct/)).toBeGreaterThan(0.15)
    expect(share(/ycombinator/)).toBeGreaterThan(0.03)
  })

  it('merges anonymous histories into addresses that reach nobody', () => {
    const aliases = hits.filter(hit => hit._p2)
    expect(aliases.length).toBeGreaterThan(100)
    const seen = new Set(hits.filter(hit => hit._n).map(hit => hit._p))
    for (const alias of aliases) {
      expect(alias._p).toMatch(/^[\w+/]{27}=$/)
      expect(alias._p2).toMatch(/^\S+@example\.com$/)
    }
    expect(aliases.filter(alias => seen.has(alias._p)).length / aliases.length).toBeGreaterThan(0.95)
  })

  it('has customers who pay, invite, come back and leave', () => {
    for (const event of ['signed up', 'started trial', 'billed', 'canceled', 'invited friend', 'commented'])
      expect(named(event).length, event).toBeGreaterThan(10)
    for (const hit of named('billed')) expect(Number(hit['billing amount'])).toBeGreaterThan(0)
    const visitDays = new Map<string, Set<number>>()
    for (const hit of named('visited site'))
      if (hit._p) visitDays.set(hit._p, (visitDays.get(hit._p) ?? new Set()).add(dayOf(hit)))
    const back = [...visitDays.values()].filter(seen => seen.size > 1).length / visitDays.size
    expect(back).toBeGreaterThan(0.1)
    expect(back).toBeLessThan(0.5)
  })

  it('runs a test that one variant wins', () => {
    const variant = new Map(hits.flatMap(hit => (hit['pricing page'] ? [[hit._p, hit['pricing page']]] : [])))
    const started = new Set(hits.filter(hit => hit._p2).map(hit => hit._p))
    const rate = (name: string) => {
      const shown = [...variant].filter(([, value]) => value === name)
      return shown.filter(([person]) => started.has(person)).length / shown.length
    }
    expect(rate('sentence')).toBeGreaterThan(1.2 * rate('table'))
  })

  it('has bots, people without cookies, repeats and latecomers, all of them few', () => {
    const share = (some: Hit[]) => some.length / hits.length
    const lines = new Set<string>()
    const repeats = hits.filter(hit => {
      const line = JSON.stringify({ ...hit, _r: 0 })
      return lines.has(line) || !lines.add(line)
    })
    const few = {
      bots: hits.filter(hit => hit._b),
      nobody: hits.filter(hit => !hit._p),
      repeats,
      late: hits.filter(hit => hit._r / 1000 - hit._t > 60),
    }
    for (const [kind, some] of Object.entries(few)) {
      expect(share(some), kind).toBeGreaterThan(0.0008)
      expect(share(some), kind).toBeLessThan(0.06)
    }
  })

  it('shares no identity with the client’s site, nor with another batch of its own', () => {
    const identities = (lines: Iterable<Hit>) => {
      const all = new Set([...lines].flatMap(hit => [hit._p, hit._p2]))
      all.delete(undefined)
      return all
    }
    const second = generate({ world: publicSite('https://firsthand.example'), now, events: 20_000, batch: 1 })
    const ours = identities(hits)
    for (const others of [identities(client), identities(second)]) {
      expect(others.size).toBeGreaterThan(1000)
      expect([...others].filter(identity => ours.has(identity))).toEqual([])
    }
  })
})
