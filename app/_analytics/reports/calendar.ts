import { day as dayMs } from '@/_platform/clock'

/** Days as reports name them: `YYYY-MM-DD` in a site's zone. Ranges include both ends. */
export type Range = { from: string; to: string }

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that `at` (Unix ms) falls on in `zone` (an IANA name). */
export function dayIn(zone: string, at: number): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format.format(at)
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** How many days a range holds: 1 where both ends are the same day. */
export const daysIn = ({ from, to }: Range): number => (Date.parse(to) - Date.parse(from)) / dayMs + 1

/** The range of the same length that ends the day before this one begins. */
export const before = (range: Range): Range => ({
  from: addDays(range.from, -daysIn(range)),
  to: addDays(range.from, -1),
})

/** Whether the text is a day of the calendar: 2026-02-29 is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text

export const presets = {
  '7': 'Last 7 days',
  '30': 'Last 30 days',
  '90': 'Last 90 days',
  month: 'This month',
  'last-month': 'Last month',
  year: 'This year',
} as const

export type Preset = keyof typeof presets

/** What a preset means on the day `today`; the last days include it. */
export function rangeOf(preset: Preset, today: string): Range {
  const month = today.slice(0, 8)
  if (preset === 'month') return { from: `${month}01`, to: today }
  if (preset === 'year') return { from: `${today.slice(0, 5)}01-01`, to: today }
  if (preset === 'last-month') {
    const to = addDays(`${month}01`, -1)
    return { from: `${to.slice(0, 8)}01`, to }
  }
  return { from: addDays(today, 1 - Number(preset)), to: today }
}
