import { day, hour, minute } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { isDay } from './calendar'

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
  const localDay = localDays(zone)
  const starts = Array.from({ length: last - first + 2 }, (_, i) => startOf(first + i, localDay))
  return starts.slice(0, -1).map((start, i) => {
    return { day: dayName(first + i), start, end: starts[i + 1] as number }
  })
}

/** `YYYY-MM-DD` of a day since the Unix epoch. */
export const dayName = (number: number): string => new Date(number * day).toISOString().slice(0, 10)

function dayNumber(name: string, field: string): number {
  if (isDay(name)) return Date.parse(name) / day
  throw new AppError('invalid', `${name} is not a date of the form YYYY-MM-DD`, field)
}

/** The first instant of a zone's day: offsets are whole minutes between -12 and +14 hours. */
function startOf(number: number, localDay: (at: number) => number): number {
  let before = number * day - 15 * hour
  let after = number * day + 13 * hour
  while (after - before > minute) {
    const middle = Math.floor((before + after) / 2 / minute) * minute
    if (localDay(middle) < number) before = middle
    else after = middle
  }
  return after
}

/** The day since the epoch that a zone's calendar shows at an instant. */
function localDays(zone: string): (at: number) => number {
  const format = formatOf(zone)
  return at => {
    const [month, date, year] = format.format(at).split('/')
    return Date.UTC(Number(year), Number(month) - 1, Number(date)) / day
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  try {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, ...parts })
  } catch {
    throw new AppError('invalid', `${zone} is not a time zone`, 'zone')
  }
}
