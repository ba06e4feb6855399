import type { Segment } from './source'

/** A stretch of a UTC day, in ms since it began; `to` is exclusive. */
export type Stretch = { segments: readonly Segment[]; from: number; to: number }

/** Segments by UTC day, in the order of the days. */
export function byDay(segments: Iterable<Segment>): Map<number, Segment[]> {
  const days = new Map<number, Segment[]>()
  for (const segment of segments) {
    const same = days.get(segment.day)
    if (same) same.push(segment)
    else days.set(segment.day, [segment])
  }
  return days
}
