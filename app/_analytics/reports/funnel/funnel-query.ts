import { z } from 'zod'
import { picked } from '../definition/condition'
import { flag, sharedParts } from '../definition/shared-parts'
import type { Kind } from '../kind'
import { pathThrough } from '../start'
import type { ReportTable } from '../tables'

export const windowUnits = { minutes: 60, hours: 3600, days: 86_400 } as const

const blank = (value: unknown) => (value === '' ? undefined : value)

export const funnelDefinition = sharedParts.extend({
  steps: z
    .array(picked)
    .min(2, 'A funnel has at least two steps.')
    .max(10, 'A funnel has at most ten steps.')
    .default([]),
  /** How long a way through may take from its first step; the range alone where it is not given. */
  window: z.preprocess(
    blank,
    z.coerce.number({ error: 'Give a number.' }).int('Give a whole number.').min(1).max(10_000).optional(),
  ),
  unit: z.enum(Object.keys(windowUnits) as [keyof typeof windowUnits]).default('days'),
  /** Also people who left steps out or came in later. */
  skip: flag,
  /** Every time an event happened, or only the last time on each day, as Kissmetrics counted. */
  counting: z.enum(['every', 'daily']).default('every'),
  /** People, or each way through. */
  of: z.enum(['people', 'ways']).default('people'),
  /** What ends a way through. */
  without: z.array(picked).max(3).default([]),
  /** The step whose time decides the segment "at the time of the event". */
  segmentStep: z.preprocess(blank, z.coerce.number().int().min(1).max(10).default(1)),
})
export type FunnelDefinition = z.infer<typeof funnelDefinition>

export type FunnelStep = {
  event: string
  /** People (or ways through) that reached the step. */
  reached: number
  /** Seconds from the step before, of those who reached this one: half took less; nine in ten took less. */
  median: number | null
  slow: number | null
}

export type FunnelSegment = {
  name: string
  reached: number[]
  /** How sure it is, 0 to 1, that this segment's overall rate is above that of all others together. */
  certainty: number | null
}

export type FunnelAnswer = {
  steps: FunnelStep[]
  /** Seconds from the first step to the last, of those who finished: half took less. */
  overall: number | null
  /** By the day of the first step. */
  trend: { day: string; started: number; finished: number }[]
  /** The largest first. */
  segments?: FunnelSegment[]
}

export const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export const funnelKind: Kind<FunnelDefinition, FunnelAnswer> = {
  title: 'Funnel',
  about: 'How many people go from one event to the next, where they stop, and how long it takes.',
  schema: funnelDefinition,
  start: events => ({ steps: pathThrough(events).map(event => ({ event })) }),
  tables: answer => {
    const first = answer.steps[0]?.reached ?? 0
    const steps: ReportTable = {
      name: 'Steps',
      head: [
        'step',
        'event',
        'reached',
        'of the step before',
        'of the first step',
        'median seconds from the step before',
      ],
      rows: answer.steps.map(({ event, reached, median }, at) => [
        at + 1,
        event,
        reached,
        at === 0 ? null : rateOf(reached, answer.steps[at - 1]!.reached),
        rateOf(reached, first),
        median,
      ]),
    }
    const trend: ReportTable = {
      name: 'By day of the first step',
      head: ['day', 'started', 'finished', 'rate'],
      rows: answer.trend.map(({ day, started, finished }) => [
        day,
        started,
        finished,
        rateOf(finished, started),
      ]),
    }
    const segments = answer.segments && {
      name: 'By segment',
      head: ['segment', ...answer.steps.map((step, at) => `${at + 1} ${step.event}`), 'rate', 'certainty'],
      rows: answer.segments.map(({ name, reached, certainty }) => [
        name,
        ...reached,
        rateOf(reached.at(-1) ?? 0, reached[0] ?? 0),
        certainty,
      ]),
    }
    return [steps, ...(segments ? [segments] : []), trend]
  },
}
