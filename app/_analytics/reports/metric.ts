import { day } from '@/_platform/clock'
import { byDay } from './by-day'
import { PeopleCounter, type Span } from './people-counter'
import type { MetricAnswer, MetricQuery } from './queries'
import { Repeats } from './repeats'
import type { Source } from './source'
import { type ZoneDay, zoneDays } from './zone-days'

/**
 * How often an event happened and how many people did it, day by day and over the range (kissmetrics.md 4.1).
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function metric(source: Source, query: MetricQuery): MetricAnswer {
  const range = zoneDays(query.zone, query.from, query.to)
  // A day that the zone skipped is no period.
  const periods = range.filter(({ start, end }) => start < end)
  const counter = new PeopleCounter(source, periods.length)
  const repeats = source.merges && new Repeats(source.merges, source.people)
  const days = byDay(source.segments(query.event.toLowerCase(), ...utcDays(range)))
  for (const [on, segments] of days) {
    const spans = spansOf(on, periods)
    counter.addDay(segments, spans)
    for (const { period, from, to } of repeats ? spans : []) {
      counter.rows[period]! -= repeats?.count([{ segments, from, to }]) ?? 0
    }
    // What was read of a day is not needed for the next.
    days.delete(on)
  }
  const counted = range.map(zoneDay => {
    const period = periods.indexOf(zoneDay)
    return { day: zoneDay.day, count: counter.rows[period] ?? 0, people: counter.people[period] ?? 0 }
  })
  const count = counted.reduce((sum, one) => sum + one.count, 0)
  return { days: counted, total: { count, people: counter.everyone } }
}

function utcDays(range: readonly ZoneDay[]): [from: number, to: number] {
  const start = range[0]?.start ?? 0
  const end = range.at(-1)?.end ?? 0
  return [Math.floor(start / day), Math.floor((end - 1) / day)]
}

/** The parts of a UTC day that are parts of a zone's days. */
function spansOf(on: number, periods: readonly ZoneDay[]): Span[] {
  const begin = on * day
  return periods.flatMap(({ start, end }, period) =>
    start < begin + day && end > begin
      ? [{ period, from: Math.max(start - begin, 0), to: Math.min(end - begin, day) }]
      : [],
  )
}
