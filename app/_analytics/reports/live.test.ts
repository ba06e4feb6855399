import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import { counted, inEveryWorld } from '../store/world.test-kit'

const text = (value: unknown) => (value === undefined ? undefined : String(value))

/** Everything that Live says, but who did it; `now` is at the end of a second, so that seconds are not cut. */
function naive(hits: readonly Hit[], now: number) {
  const last = Math.floor(now / 1000)
  const found = counted(hits).filter(one => one.second > last - 1800 && one.second <= last)
  const people = (from: typeof found) =>
    new Set(from.map(one => one.person).filter(person => person !== undefined)).size
  const minutes = Array.from({ length: 30 }, (_, i) => {
    const within = found.filter(one => Math.floor((last - one.second) / 60) === 29 - i)
    return { minute: now - (30 - i) * 60_000, events: within.length, people: people(within) }
  })
  const page = (hit: Hit) => text(hit['viewed url'])?.replace(/\?.*/, '')
  const host = (hit: Hit) => text(hit.referrer)?.replace(/^https:\/\/www\.([^/]+).*/, '$1')
  return {
    people: people(found),
    events: found.length,
    minutes,
    top: {
      events: tally(found.map(one => one.event)),
      pages: tally(found.filter(one => one.event === 'page view').map(one => page(one.hit))),
      referrers: tally(found.filter(one => one.event === 'visited site').map(one => host(one.hit))),
    },
    recent: found.map(one => [one.second, one.event, text(one.hit['viewed url'])].join(' ')).sort(),
  }
}

function tally(names: (string | undefined)[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 10)
}

test('the last half hour agrees with the plain count, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    for (const hour of [0, 22, 48, 70, 96, 118]) {
      const now = Date.UTC(2026, 2, 27, hour, 0, 1) + 999
      const { recent, ...figures } = world.ask(site, { report: 'live', now })
      expect(recent.every((row, i) => i === 0 || row.at <= (recent[i - 1]?.at ?? 0))).toBe(true)
      const rows = recent.map(row => [Math.floor(row.at / 1000), row.event, row.page].join(' ')).sort()
      expect({ ...figures, recent: rows }).toEqual(naive(world.hits[site], now))
    }
  })
})

test('a hidden event does not show up', () => {
  inEveryWorld((world, site) => {
    const now = Date.UTC(2026, 2, 27, 9, 0, 1) + 999
    const { recent, ...figures } = world.ask(site, { report: 'live', now, hidden: ['page view'] })
    const shown = world.hits[site].filter(hit => hit._n !== 'page view')
    const { recent: _, ...expected } = naive(shown, now)
    expect(figures).toEqual(expected)
    expect(recent.some(row => row.event === 'page view')).toBe(false)
  }, 5)
})
