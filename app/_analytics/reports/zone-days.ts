import { day, hour, minute } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { dayIn, isDay } from './calendar'

/** A calendar day of a zone; `start` and `end` (exclusive) in Unix ms. */
export type ZoneDay = { day: string; start: number; end: number }

const longest = 3660

/**
 * The calendar days of a zone from one to another, both included. Days are 23 to 25 hours long where clocks
 * change, and one that a zone skipped has no length.
 * @param zone an IANA name
 * @throws AppError 'invalid' for a date or zone that does not exist, or a range that is reversed or too long
 */
export function zoneDays(zone: string, from: string, to: string): ZoneDay[] {
  const first = dayNumber(from, 'from')
  const last = dayNumber(to, 'to')
  if (last < first) throw new AppError('invalid', 'The range ends before it begins', 'to')
  if (last - first >= longest) throw new AppError('invalid', 'The range is longer than ten years', 'to')
  checkZone(zone)
  const begin = Array.from({ length: last - first + 2 }, (_, i) => startOf(first + i, zone))
  return begin.slice(0, -1).map((start, i) => {
    return { day: dayName(first + i), start, end: begin[i + 1] as number }
  })
}

/** `YYYY-MM-DD` of a day since the Unix epoch. */
export const dayName = (number: number): string => new Date(number * day).toISOString().slice(0, 10)

function dayNumber(name: string, field: string): number {
  if (isDay(name)) return Date.parse(name) / day
  throw new AppError('invalid', `${name} is not a date of the form YYYY-MM-DD`, field)
}

/** Known starts by zone and day, because asking for one takes the time of reading a thousand rows. */
const starts = new Map<string, number>()
const mostStarts = 20_000

function startOf(number: number, zone: string): number {
  const key = `${zone} ${number}`
  let start = starts.get(key)
  if (start === undefined) {
    if (starts.size >= mostStarts) starts.clear()
    start = findStart(number, zone)
    starts.set(key, start)
  }
  return start
}

/** The first instant of a zone's day: offsets are whole minutes between -12 and +14 hours. */
function findStart(number: number, zone: string): number {
  const name = dayName(number)
  let before = number * day - 15 * hour
  let after = number * day + 13 * hour
  while (after - before > minute) {
    const middle = Math.floor((before + after) / 2 / minute) * minute
    if (dayIn(zone, middle) < name) before = middle
    else after = middle
  }
  return after
}

function checkZone(zone: string): void {
  try {
    dayIn(zone, 0)
  } catch {
    throw new AppError('invalid', `${zone} is not a time zone`, 'zone')
  }
}
