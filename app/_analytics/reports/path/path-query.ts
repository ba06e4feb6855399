import { z } from 'zod'
import { picked } from '../definition/condition'
import { flag, sharedParts } from '../definition/shared-parts'
import type { Ask, Kind } from '../kind'

const blank = (value: unknown) =>
  value && typeof value === 'object' && 'event' in value && !value.event ? undefined : value

export const pathDefinition = sharedParts.extend({
  /** Where a path begins; with a person's first event where it is not given. */
  start: z.preprocess(blank, picked.optional()),
  /** The conversion that ends it; without one, paths end with the range. */
  end: z.preprocess(blank, picked.optional()),
  /** What a path is made of: events, or the values of a property. */
  of: z.preprocess(value => value || undefined, z.string().trim().toLowerCase().max(255).optional()),
  /** The first steps after the start, or the last ones before the conversion. */
  side: z.enum(['first', 'last']).default('first'),
  length: z.preprocess(value => value || undefined, z.coerce.number().int().min(2).max(8).default(5)),
  /** Each repeat as a step of its own, instead of "3×". */
  repeats: flag,
  /** Events left out of paths. */
  without: z
    .array(z.object({ event: z.string().trim().toLowerCase().max(255) }))
    .max(20)
    .default([]),
})
export type PathDefinition = z.infer<typeof pathDefinition>
export type PathAsk = Ask<'path', PathDefinition>

/** A step, and how often it was repeated before another came. */
export type PathStep = { name: string; times: number }

export type PathRow = {
  steps: PathStep[]
  /** Steps that are not shown: half of the people had fewer. May end in .5. */
  more: number
  people: number
  conversions: number
  /** Seconds from start to conversion, of those who converted: half took less. */
  median: number | null
}

/** People who went from a step of one column to a step of the next. */
export type PathFlow = { at: number; from: string; to: string; people: number }

export type PathAnswer = {
  people: number
  conversions: number
  /** Seconds, the mean of the paths' medians weighted by their conversions. */
  seconds: number | null
  /** At most 50, the most people first. */
  paths: PathRow[]
  of: number
  /** All paths together, by place. */
  columns: { name: string; people: number }[][]
  flows: PathFlow[]
}

/** How a path is told apart in a link to its people. */
export const keyOf = (steps: readonly PathStep[]): string =>
  JSON.stringify(steps.map(({ name, times }) => (times > 1 ? [name, times] : [name])))

export const stepText = ({ name, times }: PathStep): string => (times > 1 ? `${times}× ${name}` : name)

const roads = ['purchased', 'signed up', 'started trial', 'billed']

export const pathKind: Kind<PathDefinition, PathAnswer> = {
  title: 'Path',
  about: 'Which ways people take from one event to another, or through the pages of a site.',
  schema: pathDefinition,
  start: events => ({
    ...(events.includes('visited site') && { start: { event: 'visited site' } }),
    end: { event: roads.find(one => events.includes(one)) ?? '' },
    ...(events.includes('page view') && { of: 'viewed url' }),
    without: [{ event: 'engaged' }],
  }),
  tables: ({ paths }, { length }) => [
    {
      name: 'Paths',
      head: [
        ...Array.from({ length }, (_, i) => `step ${i + 1}`),
        'more',
        'people',
        'conversions',
        'rate',
        'median seconds',
      ],
      rows: paths.map(({ steps, more, people, conversions, median }) => [
        ...Array.from({ length }, (_, i) => (steps[i] ? stepText(steps[i]) : null)),
        more,
        people,
        conversions,
        people ? conversions / people : null,
        median,
      ]),
    },
  ],
}
