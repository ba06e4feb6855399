import type { Clock } from '@/_platform/clock'
import { shared } from '@/_platform/shared'
import { dayIn, type Range, rangeOf } from '../reports/calendar'
import { realSiteIds } from '../sites.data'
import type { EventStore } from '../store/event-store'
import { type Part, type Trend, trendOf } from './trend'

/** What is published over all sites, by the event it counts. */
export const trendFigures = {
  'visited site': 'Visits',
  'page view': 'Pages seen',
  'search engine hit': 'Visits from a search engine',
  'ad campaign hit': 'Visits from a campaign',
} as const

export type TrendName = keyof typeof trendFigures

export type Trends = { range: Range; figures: { name: TrendName; trend: Trend | undefined }[] }

/**
 * Figures of 30 days over all sites but made-up ones. Each site is asked by itself, one after another, and only its
 * answers are summed: no query reads two (promise U5), and what too few stand behind is left out (promise U6).
 */
export async function trends(clock: Clock): Promise<Trends> {
  const range = rangeOf('30', dayIn('UTC', clock()))
  const names = Object.keys(trendFigures) as TrendName[]
  const parts = new Map<TrendName, Part[]>(names.map(name => [name, []]))
  const store = shared<EventStore>('store')
  for (const site of await realSiteIds())
    for (const event of names) {
      const { total } = await store.query(site, { report: 'metric', event, ...range, zone: 'UTC' })
      parts.get(event)!.push(total)
    }
  return { range, figures: names.map(name => ({ name, trend: trendOf(parts.get(name)!) })) }
}
