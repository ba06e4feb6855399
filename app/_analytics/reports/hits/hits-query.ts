import { z } from 'zod'
import type { Hit } from '../../hit'
import { condition } from '../definition/condition'
import { sharedParts } from '../definition/shared-parts'
import type { Ask, Kind } from '../kind'

const number = (fallback: number, most: number) =>
  z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(most).default(fallback),
  )

export const hitsDefinition = sharedParts.extend({
  /** All events where it is not given. */
  event: z.preprocess(value => value || undefined, z.string().trim().toLowerCase().max(255).optional()),
  where: z.array(condition).max(5).default([]),
  page: number(1, 1000),
  size: number(50, 1000),
})
export type HitsDefinition = z.infer<typeof hitsDefinition>
export type HitsAsk = Ask<'hits', HitsDefinition>

/** One counted event. `at` is Unix ms; person 0 is nobody. */
export type HitRow = { at: number; event: string; person: number; name: string; page: string; told: string }

export type HitsAnswer = {
  /** Newest first. */
  rows: HitRow[]
  /** There are older ones in the range. */
  more: boolean
}

/** What was received of a person in a second (Unix seconds). */
export type HitQuery = { report: 'hit'; person: number; at: number; event: string }
export type HitAnswer = { hits: { hit: Hit; trace: string[] }[] }

export const hitsKind: Kind<HitsDefinition, HitsAnswer> = {
  title: 'Raw events',
  about: 'Single events as they were stored, the newest first, and what was done with each on its way in.',
  schema: hitsDefinition,
  start: () => ({}),
  tables: ({ rows }) => [
    {
      name: 'Events',
      head: ['time', 'event', 'person number', 'person', 'page', 'what else it says'],
      rows: rows.map(({ at, event, person, name, page, told }) => [
        new Date(at).toISOString(),
        event,
        person || null,
        name,
        page,
        told,
      ]),
    },
  ],
}
