import { isDay } from '@/_analytics/reports/calendar'
import type { EntryKind, PersonQuery } from '@/_analytics/reports/person/person-query'

export type Query = Record<string, string | string[] | undefined>
/** What of a timeline is shown; the whole of it stands in the address. */
export type Wanted = Pick<PersonQuery, 'kind' | 'event' | 'day' | 'page'>

export const kinds: Record<EntryKind, string> = {
  event: 'Events',
  set: 'Properties',
  merge: 'Merges',
}

/** Reads the address of a person's page; what makes no sense there is passed over. */
export function asked(query: Query): Wanted {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value.at(-1) : value)?.trim() ?? ''
  }
  const kind = text('kind')
  const page = Number(text('page'))
  return {
    ...(Object.hasOwn(kinds, kind) && { kind: kind as EntryKind }),
    ...(text('event') && { event: text('event').toLowerCase().slice(0, 255) }),
    ...(isDay(text('day')) && { day: text('day') }),
    ...(Number.isInteger(page) && page > 1 && page <= 1000 && { page }),
  }
}

/** The address of the same page with some of it changed; a changed filter begins at the first page. */
export function hrefOf(here: string, wanted: Wanted, change: Wanted): string {
  const next = { ...wanted, page: undefined, ...change }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(next))
    if (value !== undefined && value !== '') query.set(name, String(value))
  return query.size ? `${here}?${query}` : here
}
