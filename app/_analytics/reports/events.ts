import { day } from '@/_platform/clock'
import { PeopleCounter } from './people-counter'
import type { EventsAnswer, EventsQuery } from './queries'
import type { Source } from './source'
import { dayName } from './zone-days'

/** What events there are, how often each happened, and on which UTC days first and last. */
export function events(source: Source, { hidden = [] }: Omit<EventsQuery, 'report'>): EventsAnswer {
  const shown = source.events().filter(name => !hidden.includes(name))
  const found = shown.map(name => {
    const segments = source.segments(name)
    const first = segments[0]?.day ?? 0
    const last = segments.at(-1)?.day ?? 0
    return { name, count: countAll(source, name), firstDay: dayName(first), lastDay: dayName(last) }
  })
  const seen = found.filter(event => event.count > 0)
  return { events: seen.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) }
}

/** Without merges the number of rows; with them, less what merged identities repeat within a second. */
function countAll(source: Source, name: string): number {
  const segments = source.segments(name)
  if (!source.merges) return segments.reduce((sum, segment) => sum + segment.rows, 0)
  const counter = new PeopleCounter(source)
  let count = 0
  for (const on of new Set(segments.map(segment => segment.day))) {
    const same = source.segments(name, on, on)
    count += counter.count([{ segments: same, from: 0, to: day }]).count
  }
  return count
}
