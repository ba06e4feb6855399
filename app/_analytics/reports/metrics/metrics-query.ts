import { z } from 'zod'
import { picked, propertyName } from '../definition/condition'
import { sharedParts } from '../definition/shared-parts'
import { bucketUnit } from '../kernels/buckets'
import type { Kind } from '../kind'
import { pathThrough } from '../start'

/** What is counted (kissmetrics.md, 4.1). */
export const calculations = {
  people: 'Number of people who did an event',
  times: 'Number of times an event happened',
  average: 'Average times per person',
  'convert-once': 'Conversion rate of people, once',
  'convert-again': 'Conversion rate, repeating',
  'time-between': 'Average time between two events',
  total: 'Total value of a property',
  'average-value': 'Average value of a property',
  'times-before': 'Average number of times before a conversion',
} as const
export type Calculation = keyof typeof calculations

/** Which calculations need an event, a second one, or a property. */
export const needs: Record<Calculation, readonly ('first' | 'second' | 'property')[]> = {
  people: ['first'],
  times: ['first'],
  average: ['first'],
  'convert-once': ['first', 'second'],
  'convert-again': ['first', 'second'],
  'time-between': ['first', 'second'],
  total: ['property'],
  'average-value': ['property'],
  'times-before': ['first', 'second'],
}

const orNothing = <T extends z.ZodType>(inner: T, key: string) =>
  z.preprocess(
    value =>
      value && typeof value === 'object' && (value as Record<string, unknown>)[key] ? value : undefined,
    inner.optional(),
  )

export const metricsDefinition = sharedParts
  .extend({
    calculation: z.enum(Object.keys(calculations) as [Calculation]).default('people'),
    first: orNothing(picked, 'event'),
    second: orNothing(picked, 'event'),
    property: z.preprocess(value => (value === '' ? undefined : value), propertyName.optional()),
    /** Of a property's average: a person's sum, or each value. */
    per: z.enum(['person', 'value']).default('person'),
    /** Whose average: those with the property, everybody who did anything, or those who did the first event. */
    among: z.enum(['with', 'everyone', 'event']).default('with'),
    /** Time between: from the first time ever, or the first in the range. */
    since: z.enum(['ever', 'range']).default('range'),
    by: z.preprocess(value => (value === '' ? undefined : value), bucketUnit.optional()),
  })
  .superRefine((definition, wrong) => {
    const { calculation, first, second, property, among } = definition
    const given = { first, second, property }
    for (const need of needs[calculation])
      if (!given[need])
        wrong.addIssue({
          code: 'custom',
          path: need === 'property' ? ['property'] : [need, 'event'],
          message: need === 'property' ? 'Choose a property.' : 'Choose an event.',
        })
    if (calculation === 'average-value' && among === 'event' && !first)
      wrong.addIssue({ code: 'custom', path: ['first', 'event'], message: 'Choose whose average it is.' })
  })
export type MetricsDefinition = z.infer<typeof metricsDefinition>

/** A figure and what it is made of: a sum, or a sum divided by a count. */
export type Figure = { value: number | null; sum: number; of: number; people: number }

export type MetricsAnswer = {
  total: Figure
  /** In order; `day` is the first of each bucket. */
  series: { day: string; value: number | null }[]
  lowest: number | null
  highest: number | null
  /** How many people have how much, for what is averaged over people. */
  histogram?: { from: number; to: number; people: number }[]
  /** The largest first. A person may be in several where the value at each event's time decides. */
  segments?: ({ name: string } & Figure)[]
}

/** What a figure is measured in. */
export function unitOf({ calculation }: MetricsDefinition): 'number' | 'percent' | 'seconds' {
  if (calculation.startsWith('convert')) return 'percent'
  return calculation === 'time-between' ? 'seconds' : 'number'
}

export const metricsKind: Kind<MetricsDefinition, MetricsAnswer> = {
  title: 'Metrics',
  about: 'One figure: how many, how often, how much, how long, and how it moves.',
  schema: metricsDefinition,
  start: events => {
    const path = pathThrough(events)
    return { calculation: 'people', first: { event: path[0] }, second: { event: path.at(-1) } }
  },
  tables: ({ total, series, segments, histogram }) => [
    { name: 'Over time', head: ['from', 'value'], rows: series.map(one => [one.day, one.value]) },
    {
      name: 'In all',
      head: ['value', 'sum', 'of', 'people'],
      rows: [[total.value, total.sum, total.of, total.people]],
    },
    ...(segments
      ? [
          {
            name: 'By segment',
            head: ['segment', 'value', 'sum', 'of', 'people'],
            rows: segments.map(one => [one.name, one.value, one.sum, one.of, one.people]),
          },
        ]
      : []),
    ...(histogram
      ? [
          {
            name: 'How much people have',
            head: ['from', 'below', 'people'],
            rows: histogram.map(one => [one.from, one.to, one.people]),
          },
        ]
      : []),
  ],
}
