import { day } from '@/_platform/clock'
import { byDay, type Stretch } from './by-day'
import { PeopleCounter } from './people-counter'
import type { MetricAnswer, MetricQuery } from './queries'
import type { Segment, Source } from './source'
import { type ZoneDay, zoneDays } from './zone-days'

/**
 * How often an event happened and how many people did it, day by day and over the range (kissmetrics.md 4.1).
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function metric(source: Source, query: MetricQuery): MetricAnswer {
  const range = zoneDays(query.zone, query.from, query.to)
  const counter = new PeopleCounter(source)
  const segmentsOn = dayByDay(source.segments(query.event.toLowerCase(), ...utcDays(range)))
  const days = range.map(zoneDay => ({ day: zoneDay.day, ...counter.count(stretches(zoneDay, segmentsOn)) }))
  const count = days.reduce((sum, one) => sum + one.count, 0)
  return { days, total: { count, people: counter.people } }
}

function utcDays(range: readonly ZoneDay[]): [from: number, to: number] {
  const start = range[0]?.start ?? 0
  const end = range.at(-1)?.end ?? 0
  return [Math.floor(start / day), Math.floor((end - 1) / day)]
}

/** The parts of UTC days that a zone's day is made of. */
function stretches({ start, end }: ZoneDay, segmentsOn: (utcDay: number) => Segment[]): Stretch[] {
  const parts: Stretch[] = []
  for (let on = Math.floor(start / day); on * day < end; on++) {
    parts.push({ segments: segmentsOn(on), from: start - on * day, to: end - on * day })
  }
  return parts
}

/** Segments by UTC day, let go of once the days have passed, so that a long range is not held in memory. */
function dayByDay(segments: readonly Segment[]): (utcDay: number) => Segment[] {
  const days = byDay(segments)
  return utcDay => {
    for (const passed of days.keys()) {
      if (passed >= utcDay - 1) break
      days.delete(passed)
    }
    return days.get(utcDay) ?? []
  }
}
