import { everyone, peopleWhere } from '../kernels/people-where'
import { membersOf, nameOf } from '../members'
import type { Source } from '../source'
import { type ColumnValues, columnOf } from './columns'
import type { Cell, PeopleAnswer, PeopleAsk } from './people-query'

/**
 * Who satisfies a filter (kissmetrics.md, 4.8), a page of them with the columns asked for.
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function people(source: Source, ask: PeopleAsk): PeopleAnswer {
  const { columns, sort, order, page, size } = ask.definition
  const found = matching(source, ask)
  const key = sort === undefined ? undefined : columns[sort - 1]
  if (key) sortBy(found, columnOf(source, key, ask, bytesOf(source, found)), order === 'most')
  const shown = found.slice((page - 1) * size, page * size)
  const wanted = bytesOf(source, shown)
  const values = columns.map(column => columnOf(source, column, ask, wanted))
  return {
    total: found.length,
    rows: shown.map(person => ({
      person,
      name: nameOf(source.persons.identities(membersOf(source, person))),
      cells: values.map(value => value(person)),
    })),
  }
}

/** Everybody who satisfies the filter. */
export const peoplePeople = (source: Source, ask: PeopleAsk): number[] => matching(source, ask)

/** Newcomers, who have the highest numbers, first. */
function matching(source: Source, { definition, zone, today }: PeopleAsk): number[] {
  const { people: filter } = definition
  const bytes = (filter && peopleWhere(source, filter, { zone, today })) ?? everyone(source)
  const found: number[] = []
  for (let who = bytes.length - 1; who > 0; who--) if (bytes[who] === 1) found.push(who)
  return found
}

function bytesOf({ people }: Source, persons: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(people)
  for (const person of persons) bytes[person] = 1
  return bytes
}

/** Who has no value comes last, whichever way; equals stay in their order. */
function sortBy(persons: number[], value: ColumnValues, most: boolean): void {
  const keys = new Map(persons.map(person => [person, value(person)]))
  const compare = (a: Cell, b: Cell) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order = a < b ? -1 : a > b ? 1 : 0
    return most ? -order : order
  }
  persons.sort((a, b) => compare(keys.get(a) ?? null, keys.get(b) ?? null))
}
