import { day } from '@/_platform/clock'
import { byDay } from '../by-day'
import { Repeats } from '../repeats'
import type { Source } from '../source'
import type { Span } from './person-days'

/**
 * How often everybody did an event in a span, by canonical person number: one pass over the person columns, with no
 * regard to order. What merged identities repeat in the same second counts once.
 */
export function timesDone(source: Source, event: string, span: Span): Uint32Array {
  const times = new Uint32Array(source.people)
  const canon = source.merges?.canon
  const repeats = source.merges && new Repeats(source.merges, source.people)
  const days = byDay(source.segments(event, Math.floor(span.from / day), Math.floor((span.to - 1) / day)))
  for (const [on, segments] of days) {
    const from = span.from - on * day
    const to = span.to - on * day
    const whole = from <= 0 && to >= day
    for (const segment of segments) {
      const { person } = segment
      const time = whole ? undefined : segment.time
      for (let row = 0; row < person.length; row++) {
        const one = person[row] as number
        const inside = time ? Number((time[row] as number) >= from) & Number((time[row] as number) < to) : 1
        times[canon ? (canon[one] as number) : one]! += inside
      }
    }
    const repeated = repeats?.found(segments)
    repeated?.times.forEach((at, i) => {
      if (at >= from && at < to) times[repeated.people[i] as number]! -= 1
    })
    // What was read of a day is not needed for the next.
    days.delete(on)
  }
  times[0] = 0
  return times
}
