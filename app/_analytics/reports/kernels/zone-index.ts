import type { ZoneDay } from '../zone-days'

/** Tells which of a zone's days a moment (Unix seconds) falls on; -1 outside of them. */
export function zoneIndex(days: readonly ZoneDay[]): (at: number) => number {
  const starts = days.map(one => one.start / 1000)
  const first = starts[0] ?? 0
  const end = (days.at(-1)?.end ?? 0) / 1000
  return at => {
    if (at < first || at >= end) return -1
    let index = Math.min(Math.floor((at - first) / 86_400), starts.length - 1)
    while (index > 0 && (starts[index] as number) > at) index -= 1
    while (index + 1 < starts.length && (starts[index + 1] as number) <= at) index += 1
    return index
  }
}
