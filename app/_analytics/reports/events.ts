import { day } from '@/_platform/clock'
import { byDay } from './by-day'
import type { EventsAnswer, EventsQuery } from './queries'
import { Repeats } from './repeats'
import type { Source } from './source'
import { dayName } from './zone-days'

/** What events there are, how often each happened, and on which UTC days first and last. */
export function events(source: Source, { hidden = [] }: Omit<EventsQuery, 'report'>): EventsAnswer {
  const repeats = source.merges && new Repeats(source.merges, source.people)
  const found: EventsAnswer['events'] = []
  for (const name of source.events()) {
    if (hidden.includes(name)) continue
    const days = byDay(source.segments(name))
    const first = Math.min(...days.keys())
    const last = Math.max(...days.keys())
    let count = 0
    for (const [on, segments] of days) {
      count += segments.reduce((sum, segment) => sum + segment.rows, 0)
      if (repeats) count -= repeats.count([{ segments, from: 0, to: day }])
      // What was read of a day is not needed for the next.
      days.delete(on)
    }
    if (count > 0) found.push({ name, count, firstDay: dayName(first), lastDay: dayName(last) })
  }
  return { events: found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) }
}
