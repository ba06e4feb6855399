import { day } from '@/_platform/clock'
import { holidays } from './holidays'

/** A request is answered within the first, or with a stated reason within the second (promise X1). */
export const answeredWithin = { usual: 10, most: 20 } as const

/**
 * The end of the `count`th business day after the day of an instant. Weekends and holidays are none; days are UTC.
 * @param from Unix ms
 * @returns the last millisecond of that day, Unix ms
 */
export function afterBusinessDays(from: number, count: number, off: readonly string[] = holidays): number {
  let at = Math.floor(from / day) * day
  for (let left = count; left > 0; ) {
    at += day
    if (isBusinessDay(at, off)) left--
  }
  return at + day - 1
}

/** @param at Unix ms */
export function isBusinessDay(at: number, off: readonly string[] = holidays): boolean {
  const date = new Date(at)
  const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
  return !isWeekend && !off.includes(date.toISOString().slice(0, 10))
}
