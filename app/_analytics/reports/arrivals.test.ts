import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import { inEveryWorld } from '../store/world.test-kit'

/** The same identity, event and second is stored as one event, whoever it turns out to be. */
function seconds(hits: readonly Hit[]): number[] {
  const seen = new Set<string>()
  return hits.flatMap(({ _n, _p, _t, _b }) => {
    const key = JSON.stringify([_n, _p, _t])
    if (_n === undefined || _b || (_p !== undefined && seen.has(key))) return []
    seen.add(key)
    return [_t]
  })
}

test('what came in by day and by hour, and the newest of it, agree with the plain count', () => {
  const from = Date.UTC(2026, 2, 27) / 1000
  inEveryWorld((world, site) => {
    const times = seconds(world.hits[site])
    const within = (start: number, length: number) => times.filter(at => at >= start && at < start + length)
    const { days, last } = world.ask(site, { report: 'arrivals', from: '2026-03-26', to: '2026-04-01' })
    expect(days.map(({ count }) => count)).toEqual(
      Array.from({ length: 7 }, (_, i) => within(from + (i - 1) * 86_400, 86_400).length),
    )
    expect(last && Math.floor(last / 1000)).toBe(times.length ? Math.max(...times) : undefined)
    const { counts } = world.ask(site, { report: 'hours', from: from * 1000, hours: 60 })
    expect(counts).toEqual(Array.from({ length: 60 }, (_, i) => within(from + i * 3600, 3600).length))
  })
})
