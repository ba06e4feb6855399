import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import { counted, inEveryWorld } from '../store/world.test-kit'
import type { MetricAnswer, MetricQuery } from './queries'

const zones = ['UTC', 'Europe/Paris', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Kiritimati']
const formats = new Map(
  zones.map(zone => [zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })]),
)
const localDay = (zone: string, second: number) => formats.get(zone)?.format(second * 1000)

/** The same report over plain hits, without a thought for speed. */
function naive(hits: readonly Hit[], { event, from, to, zone }: MetricQuery): MetricAnswer {
  const days: MetricAnswer['days'] = []
  const inRange = []
  const all = counted(hits).filter(one => one.event === event)
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const found = all.filter(one => localDay(zone, one.second) === day)
    days.push({ day, ...tally(found) })
    inRange.push(...found)
  }
  return { days, total: tally(inRange) }
}

const tally = (found: { person: string | undefined }[]) => ({
  count: found.length,
  people: new Set(found.map(one => one.person).filter(person => person !== undefined)).size,
})

test('daily counts and people agree with the plain count in every zone, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    for (const zone of zones) {
      const query = {
        report: 'metric',
        event: 'page view',
        from: '2026-03-27',
        to: '2026-03-31',
        zone,
      } as const
      expect(world.ask(site, query)).toEqual(naive(world.hits[site], query))
    }
  })
})
