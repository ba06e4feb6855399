import { z } from 'zod'
import { picked, propertyName } from '../definition/condition'
import { sharedParts } from '../definition/shared-parts'
import { bucketUnit } from '../kernels/buckets'
import type { Kind } from '../kind'

const blank = (value: unknown) => (value === '' ? undefined : value)
const blankEvent = (value: unknown) =>
  value && typeof value === 'object' && 'event' in value && value.event ? value : undefined

export const revenueDefinition = sharedParts
  .extend({
    property: propertyName,
    by: z.preprocess(blank, bucketUnit.optional()),
    /** What makes a customer lost: time without a payment, an event, or whichever is first. */
    churn: z.enum(['time', 'event', 'both']).default('time'),
    period: z.preprocess(
      blank,
      z.coerce
        .number({ error: 'Give a number of days.' })
        .int()
        .min(1, 'A period is at least a day.')
        .max(750, 'A period is at most 750 days.')
        .default(30),
    ),
    lostBy: z.preprocess(blankEvent, picked.optional()),
  })
  .superRefine(({ churn, lostBy }, wrong) => {
    if (churn !== 'time' && !lostBy)
      wrong.addIssue({ code: 'custom', path: ['lostBy', 'event'], message: 'Choose the event that ends it.' })
  })
export type RevenueDefinition = z.infer<typeof revenueDefinition>

/** Amounts are in whatever the property is sent in; refunds count as negative (kissmetrics.md, 3.4). */
export type RevenueFigures = {
  total: number
  /** People with a payment above zero. */
  customers: number
  /** Whose first payment ever it was. */
  gained: number
  lost: number
  /** Revenue per customer. */
  average: number | null
  /** Lost per customer, 0 to 1. */
  churn: number | null
  /** Revenue over lost customers; null where nobody was lost. */
  lifetime: number | null
}

export type RevenueAnswer = {
  all: RevenueFigures
  /** The mean of the buckets' churn rates. */
  averageChurn: number | null
  /** `customers` are those who paid in it or were still customers when it began. */
  series: { day: string; total: number; customers: number; gained: number; lost: number }[]
  segments?: ({ name: string } & RevenueFigures)[]
}

const columns = ['total', 'customers', 'gained', 'lost', 'average', 'churn', 'lifetime'] as const

export const revenueKind: Kind<RevenueDefinition, RevenueAnswer> = {
  title: 'Revenue',
  about: 'What came in, from how many customers, how many were won and lost, and what one is worth.',
  schema: revenueDefinition,
  start: () => ({ property: 'billing amount' }),
  tables: ({ all, series, segments }) => [
    {
      name: 'Over time',
      head: ['from', 'revenue', 'customers', 'gained', 'lost'],
      rows: series.map(one => [one.day, one.total, one.customers, one.gained, one.lost]),
    },
    { name: 'In all', head: [...columns], rows: [columns.map(name => all[name])] },
    ...(segments
      ? [
          {
            name: 'By segment',
            head: ['segment', ...columns],
            rows: segments.map(one => [one.name, ...columns.map(name => one[name])]),
          },
        ]
      : []),
  ],
}
