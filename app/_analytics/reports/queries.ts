/** Every report's question and answer. Days are `YYYY-MM-DD` in `zone` (an IANA name); ranges include both ends. */

export type MetricQuery = { report: 'metric'; event: string; from: string; to: string; zone: string }
export type MetricAnswer = {
  /** One row a day of the range, in order; `people` are distinct within the day. */
  days: { day: string; count: number; people: number }[]
  /** `people` are distinct over the whole range. */
  total: { count: number; people: number }
}

/** `now` in Unix ms; the window is the 30 minutes before it. */
export type LiveQuery = { report: 'live'; now: number }
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

/** All event names of the site, most frequent first. Days are UTC. */
export type EventsQuery = { report: 'events' }
export type EventsAnswer = { events: { name: string; count: number; firstDay: string; lastDay: string }[] }

export type Query = MetricQuery | LiveQuery | EventsQuery
type Answers = { metric: MetricAnswer; live: LiveAnswer; events: EventsAnswer }
export type Answer<Q extends Query> = Answers[Q['report']]
