import type { AbAsk } from './ab/ab'
import type { AbAnswer } from './ab/ab-query'
import type { AttributionAnswer, AttributionAsk } from './attribution/attribution-query'
import type { CohortAsk } from './cohort/cohort'
import type { CohortAnswer } from './cohort/cohort-query'
import type { FunnelAsk } from './funnel/funnel'
import type { FunnelAnswer } from './funnel/funnel-query'
import type { HitAnswer, HitQuery, HitsAnswer, HitsAsk } from './hits/hits-query'
import type { MetricsAsk } from './metrics/metrics'
import type { MetricsAnswer } from './metrics/metrics-query'
import type {
  OverviewAnswer,
  OverviewAsk,
  OverviewEvents,
  OverviewEventsAsk,
} from './overview/overview-query'
import type { PathAnswer, PathAsk } from './path/path-query'
import type { PeopleAnswer, PeopleAsk } from './people/people-query'
import type { NamedAnswer, NamedQuery } from './person/named'
import type { PersonAnswer, PersonQuery } from './person/person-query'
import type { PopulationAnswer, PopulationAsk } from './population/population-query'
import type { RevenueAsk } from './revenue/revenue'
import type { RevenueAnswer } from './revenue/revenue-query'

/** Every report's question and answer. Days are `YYYY-MM-DD` in `zone` (an IANA name); ranges include both ends. */

export type MetricQuery = { report: 'metric'; event: string; from: string; to: string; zone: string }
export type MetricAnswer = {
  /** One row a day of the range, in order; `people` are distinct within the day. */
  days: { day: string; count: number; people: number }[]
  /** `people` are distinct over the whole range. */
  total: { count: number; people: number }
}

/** `now` in Unix ms; the window is the 30 minutes before it. `hidden` events are left out. */
export type LiveQuery = { report: 'live'; now: number; hidden?: string[] }
export type LiveAnswer = {
  people: number
  events: number
  /** 30 entries, the oldest first; `minute` is the Unix ms at which it begins. */
  minutes: { minute: number; events: number; people: number }[]
  /** At most 10 each, most frequent first. Pages without query and fragment; referrers as host names. */
  top: { events: [string, number][]; pages: [string, number][]; referrers: [string, number][] }
  /** Newest first, at most 50. `person` is a number within this site, never an identity. */
  recent: { at: number; event: string; person: number; page?: string }[]
}

/** The event names of the site but `hidden` ones, most frequent first. Days are UTC. */
export type EventsQuery = { report: 'events'; hidden?: string[] }
export type EventsAnswer = { events: { name: string; count: number; firstDay: string; lastDay: string }[] }

/** What came in, whatever it was: events on each UTC day, and when the newest happened (Unix ms). */
export type ArrivalsQuery = { report: 'arrivals'; from: string; to: string }
export type ArrivalsAnswer = { days: { day: string; count: number }[]; last: number | undefined }

/** Events of each hour from an instant (Unix ms) on. */
export type HoursQuery = { report: 'hours'; from: number; hours: number }
export type HoursAnswer = { counts: number[] }

/** The properties of the site by name, counted from a UTC day on. */
export type PropertiesQuery = { report: 'properties'; since: string }
export type PropertiesAnswer = { properties: PropertySeen[] }

export type PropertySeen = {
  name: string
  /** Values since that day. */
  count: number
  /** Of all time, UTC. */
  lastDay: string
  /** Some values are numbers and some are not. */
  mixed: boolean
}

/** How the pages under a path are read. Days are UTC. */
export type ReadingQuery = { report: 'reading'; from: string; to: string; under: string }
export type ReadingRow = {
  path: string
  views: number
  readers: number
  /** Of a stay: seconds in view and percent scrolled, on average; 0 where none was told. */
  seconds: number
  depth: number
  /** Host names, paths of this site, or 'Direct'; the most frequent five, with how many views. */
  from: [string, number][]
  next: [string, number][]
  /** Readers who began a trial within seven days. */
  trials: number
}
export type ReadingAnswer = { pages: ReadingRow[] }

/** A question that a definition in an address asks. */
export type DefinedQuery =
  | HitsAsk
  | OverviewAsk
  | FunnelAsk
  | CohortAsk
  | MetricsAsk
  | RevenueAsk
  | AbAsk
  | AttributionAsk
  | PeopleAsk
  | PopulationAsk
  | PathAsk

/**
 * The people behind a figure of a defined report, at most `most` of them after the first `skip`.
 */
export type BehindQuery = {
  report: 'behind'
  of: DefinedQuery
  cell: string
  /** The segment's name, where the figure is of one. */
  segment?: string
  skip: number
  most: number
}
export type BehindAnswer = { total: number; people: { person: number; name: string }[] }

export type Query =
  | MetricQuery
  | LiveQuery
  | EventsQuery
  | ArrivalsQuery
  | HoursQuery
  | PropertiesQuery
  | PersonQuery
  | ReadingQuery
  | NamedQuery
  | DefinedQuery
  | HitQuery
  | OverviewEventsAsk
  | BehindQuery
type Answers = {
  metric: MetricAnswer
  live: LiveAnswer
  events: EventsAnswer
  arrivals: ArrivalsAnswer
  hours: HoursAnswer
  properties: PropertiesAnswer
  person: PersonAnswer
  reading: ReadingAnswer
  named: NamedAnswer
  funnel: FunnelAnswer
  attribution: AttributionAnswer
  hits: HitsAnswer
  hit: HitAnswer
  overview: OverviewAnswer
  'overview-events': OverviewEvents
  cohort: CohortAnswer
  path: PathAnswer
  population: PopulationAnswer
  people: PeopleAnswer
  metrics: MetricsAnswer
  revenue: RevenueAnswer
  ab: AbAnswer
  behind: BehindAnswer
}
export type Answer<Q extends Query> = Answers[Q['report']]
