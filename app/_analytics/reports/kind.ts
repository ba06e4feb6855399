import type { z } from 'zod'
import type { Range } from './calendar'
import type { ReportTable } from './tables'

/** A report as its page, its files and its API know it; how it is computed is known to the reports worker alone. */
export type Kind<D, A> = {
  title: string
  /** What question it answers, in one sentence. */
  about: string
  schema: z.ZodType<D>
  /** A definition to begin with, made of events that the site has, most frequent first. */
  start(events: string[]): object
  tables(answer: A, definition: D): ReportTable[]
}

/** A question to the reports worker. */
export type Ask<N extends string, D> = {
  report: N
  definition: D
  days: Range
  /** An IANA name. */
  zone: string
  /** The site's day. */
  today: string
  /** Unix ms: what lies after it has not come yet. */
  now: number
}
