import { z } from 'zod'
import { sharedParts } from '../definition/shared-parts'
import type { Ask, Kind } from '../kind'
import { type Dimension, dimensions } from './dimensions'

/** Only what was seen in visits whose dimension has this value, as an overview shows it. */
export type OverviewFilter = { by: Dimension; is: string }

/** Sums of a stretch of time. Seconds are of attention, as the tracker measures it. */
export type Totals = {
  /** Distinct people with a visit or a page view. */
  visitors: number
  visits: number
  views: number
  engagedSeconds: number
  /** Of visits whose page views can be told (those with an identity): how many there are, and had one at most. */
  known: number
  bounces: number
}

/** `at`: the day (`YYYY-MM-DD`), or of a range of two days at most the hour (`YYYY-MM-DDTHH`), in the site's zone. */
export type Bucket = { at: string; visitors: number; visits: number; views: number }

/** Of pages `times` are page views, of everything else visits. Bounces and seconds are of the row's visits,
 * where they were asked for. */
export type OverviewRow = { value: string; visitors: number; times: number; bounces: number; seconds: number }

/** The first so many rows of a dimension by visitors, and how many there are. */
export type Breakdown = { rows: OverviewRow[]; of: number }

export type OverviewAnswer = {
  totals: Totals
  buckets: Bucket[]
  by: Partial<Record<Dimension, Breakdown>>
}

/** What else the same people did in the range, the most people first. */
export type OverviewEvents = { events: { name: string; people: number; times: number }[] }

const dimension = z.enum(Object.keys(dimensions) as [Dimension, ...Dimension[]])

export const overviewDefinition = sharedParts.extend({
  filter: z
    .array(z.object({ by: dimension, is: z.string().max(2000) }))
    .max(8, 'An overview has at most eight filters.')
    .default([]),
  /** What is listed; the usual panels where nothing is named. */
  show: z.array(dimension).max(12).default([]),
  /** Rows of each list. */
  rows: z.coerce.number().int().min(0).max(10_000).default(1000),
})
export type OverviewDefinition = z.infer<typeof overviewDefinition>
export type OverviewAsk = Ask<'overview', OverviewDefinition>
export type OverviewEventsAsk = Omit<OverviewAsk, 'report'> & { report: 'overview-events' }

export const usualPanels: Dimension[] = ['channel', 'page', 'country', 'browser']

export const overviewKind: Kind<OverviewDefinition, OverviewAnswer> = {
  title: 'Overview',
  about: 'Who visits the site: how many, where they come from, what they see.',
  schema: overviewDefinition,
  start: () => ({}),
  tables: ({ totals, buckets, by }) => [
    {
      name: 'Totals',
      head: ['visitors', 'visits', 'page views', 'engaged seconds', 'bounces', 'visits that can bounce'],
      rows: [
        [totals.visitors, totals.visits, totals.views, totals.engagedSeconds, totals.bounces, totals.known],
      ],
    },
    {
      name: 'By day',
      head: ['day', 'visitors', 'visits', 'page views'],
      rows: buckets.map(({ at, visitors, visits, views }) => [at, visitors, visits, views]),
    },
    ...Object.entries(by).map(([name, { rows }]) => ({
      name: dimensions[name as Dimension],
      head: [
        dimensions[name as Dimension].toLowerCase(),
        'visitors',
        name === 'page' ? 'page views' : 'visits',
      ],
      rows: rows.map(({ value, visitors, times }) => [value, visitors, times]),
    })),
  ],
}
