import { z } from 'zod'
import { picked } from '../definition/condition'
import { sharedParts } from '../definition/shared-parts'
import type { Kind } from '../kind'
import type { ReportTable } from '../tables'

/** Seconds; a month is 30 days (kissmetrics.md, 4.3). */
export const lengths = { hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 } as const
export type Length = keyof typeof lengths

export const counts = {
  people: 'people who came back in each',
  first: 'people, where they first came back',
  rolling: 'people who came back in it or later',
  times: 'every time they came back',
} as const

const blank = (value: unknown) => (value === '' ? undefined : value)
const blankEvent = (value: unknown) =>
  value && typeof value === 'object' && 'event' in value && value.event === '' ? undefined : value

export const cohortDefinition = sharedParts.omit({ compare: true }).extend({
  first: picked,
  /** What they come back for; the first event where it is left open. */
  second: z.preprocess(blankEvent, picked.optional()),
  /** Cohorts of those who began together; a segment makes cohorts by property instead. */
  by: z.enum(['day', 'week', 'month']).default('week'),
  length: z.enum(Object.keys(lengths) as [Length]).default('week'),
  buckets: z.preprocess(blank, z.coerce.number({ error: 'Give a number.' }).int().min(2).max(31).default(12)),
  count: z.enum(Object.keys(counts) as [keyof typeof counts]).default('people'),
  show: z.enum(['percent', 'people']).default('percent'),
  /** Each bucket and all before it. */
  sum: z.preprocess(value => value === '1' || value === true, z.boolean()),
})
export type CohortDefinition = z.infer<typeof cohortDefinition>

export type Cohort = {
  /** The first day of those who began together, or the value of the property. */
  name: string
  people: number
  /** One a bucket, null for one that nobody has come to yet. */
  cells: (number | null)[]
  /** So many buckets are over for everybody in it. */
  complete: number
}

export type CohortAnswer = {
  cohorts: Cohort[]
  people: number
  /** Of those whose bucket is over, how many there are and what came of them. */
  overall: { people: number[]; cells: number[] }
}

export const cohortKind: Kind<CohortDefinition, CohortAnswer> = {
  title: 'Retention',
  about:
    'Who comes back: people put together by when they began, or by a property, and how many are there later.',
  schema: cohortDefinition,
  start: events => ({ first: { event: events.includes('visited site') ? 'visited site' : events[0] } }),
  tables: ({ cohorts, overall }, { length, segment }): ReportTable[] => {
    const head = overall.cells.map((_, at) => `${length} ${at + 1}`)
    return [
      {
        name: 'Cohorts',
        head: [segment?.property ?? 'began', 'people', ...head],
        rows: cohorts.map(one => [one.name, one.people, ...one.cells]),
      },
      {
        name: 'Everybody whose time has come',
        head: ['', ...head],
        rows: [
          ['people', ...overall.people],
          ['came back', ...overall.cells],
        ],
      },
    ]
  },
}
