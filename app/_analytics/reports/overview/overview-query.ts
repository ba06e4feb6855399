import type { Dimension } from './dimensions'

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
  earlier?: { totals: Totals; buckets: Bucket[] }
}

/** What else the same people did in the range, the most people first. */
export type OverviewEvents = { events: { name: string; people: number; times: number }[] }
