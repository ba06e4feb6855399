import { day, hour } from '@/_platform/clock'
import type { ArrivalsAnswer, ArrivalsQuery, HoursAnswer, HoursQuery } from './queries'
import type { Source } from './source'
import { zoneDays } from './zone-days'

/** How much came in on each UTC day, and when the newest of all happened. Repeats of merged people count twice. */
export function arrivals(source: Source, { from, to }: ArrivalsQuery): ArrivalsAnswer {
  const days = zoneDays('UTC', from, to).map(({ day: name }) => ({ day: name, count: 0 }))
  const first = Date.parse(from) / day
  let last = -1
  for (const event of source.events()) {
    const segments = source.segments(event)
    const newest = segments.at(-1)?.day
    for (const segment of segments) {
      const entry = days[segment.day - first]
      if (entry) entry.count += segment.rows
      if (segment.day !== newest) continue
      for (const time of segment.time) last = Math.max(last, segment.day * day + time)
    }
  }
  return { days, last: last < 0 ? undefined : last }
}

/** How much came in in each hour. */
export function hours(source: Source, { from, hours: length }: HoursQuery): HoursAnswer {
  const counts = new Array<number>(length).fill(0)
  const to = from + length * hour
  for (const event of source.events())
    for (const segment of source.segments(event, Math.floor(from / day), Math.floor(to / day)))
      for (const time of segment.time) {
        const slot = Math.floor((segment.day * day + time - from) / hour)
        if (slot >= 0 && slot < length) counts[slot] = (counts[slot] as number) + 1
      }
  return { counts }
}
