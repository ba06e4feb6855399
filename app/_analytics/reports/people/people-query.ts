import { z } from 'zod'
import { conditionRange } from '../definition/people-filter'
import { sharedParts } from '../definition/shared-parts'
import type { Ask, Kind } from '../kind'

/** What a column of a people search shows (kissmetrics.md, 4.8), and of what. */
export const columnKinds = {
  'last-seen': { text: 'Last seen', of: undefined, is: 'moment' },
  'first-seen': { text: 'First seen', of: undefined, is: 'moment' },
  times: { text: 'Times', of: 'event', is: 'count' },
  'first-time': { text: 'First time', of: 'event', is: 'moment' },
  'last-time': { text: 'Last time', of: 'event', is: 'moment' },
  'first-value': { text: 'First value', of: 'property', is: 'text' },
  'last-value': { text: 'Last value', of: 'property', is: 'text' },
  'first-set': { text: 'First set', of: 'property', is: 'moment' },
  'last-set': { text: 'Last set', of: 'property', is: 'moment' },
} as const
export type ColumnKind = keyof typeof columnKinds

const column = z
  .object({
    kind: z.enum(Object.keys(columnKinds) as [ColumnKind, ...ColumnKind[]]),
    name: z.string().trim().toLowerCase().max(255).default(''),
    within: conditionRange.prefault({}),
  })
  .superRefine(({ kind, name }, wrong) => {
    const { of } = columnKinds[kind]
    if (of && !name)
      wrong.addIssue({
        code: 'custom',
        path: ['name'],
        message: of === 'event' ? 'Choose an event.' : 'Choose a property.',
      })
  })
export type PeopleColumn = z.infer<typeof column>

const number = (fallback: number, most: number) =>
  z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(most).default(fallback),
  )

export const peopleDefinition = sharedParts.extend({
  columns: z.array(column).max(8, 'A search shows at most eight columns.').default([]),
  /** By which column, from 1; newcomers first where it is not given. */
  sort: z.preprocess(value => value || undefined, z.coerce.number().int().min(1).max(8).optional()),
  order: z.enum(['most', 'least']).default('most'),
  page: number(1, 100_000),
  size: number(50, 10_000),
})
export type PeopleDefinition = z.infer<typeof peopleDefinition>
export type PeopleAsk = Ask<'people', PeopleDefinition>

/** Moments are Unix seconds. */
export type Cell = string | number | null
export type PeopleAnswer = { total: number; rows: { person: number; name: string; cells: Cell[] }[] }

/** A column's heading. */
export const headOf = ({ kind, name }: PeopleColumn): string =>
  name ? `${name}: ${columnKinds[kind].text.toLowerCase()}` : columnKinds[kind].text

/** `YYYY-MM-DD HH:MM:SS`, UTC, as exports give it (kissmetrics.md, 4.8). */
const utc = (at: number) => new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')

export const peopleKind: Kind<PeopleDefinition, PeopleAnswer> = {
  title: 'People search',
  about: 'Who did what, how often and when, and has which properties.',
  schema: peopleDefinition,
  start: events => ({
    columns: [
      { kind: 'last-seen' },
      ...(events.includes('visited site') ? [{ kind: 'times', name: 'visited site' }] : []),
      { kind: 'last-value', name: 'country' },
    ],
  }),
  tables: ({ rows }, { columns }) => [
    {
      name: 'People',
      head: ['number', 'person', ...columns.map(headOf)],
      rows: rows.map(({ person, name, cells }) => [
        person,
        name,
        ...cells.map((cell, i) => {
          const is = columnKinds[(columns[i] as PeopleColumn).kind].is
          return is === 'moment' && typeof cell === 'number' ? utc(cell) : cell
        }),
      ]),
    },
  ],
}
