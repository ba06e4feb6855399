import { daysIn, isDay, type Preset, presets, type Range, rangeOf } from '../calendar'
import type { Nested } from './nested'

export type FieldError = { field: string; message: string }

/** Days that move with today, or two days that stand. */
export type AskedRange = { range: Preset } | { from: string; to: string }

export type ReadRange = { asked: AskedRange; days: Range; preset?: Preset; errors: FieldError[] }

/** The longest range of a report, in days. */
export const longest = 1096

export const isPreset = (text: unknown): text is Preset =>
  typeof text === 'string' && Object.hasOwn(presets, text)

/**
 * Reads a range from what an address says. `shown` ("from..to") is what the form's dates were before they were
 * touched: while they are still that, the preset stands; else the dates do.
 * @param today the site's day
 */
export function readRange(
  said: { [name: string]: Nested },
  today: string,
  fallback: Preset = '30',
): ReadRange {
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : '')
  const given = { from: text('from'), to: text('to') }
  const touched = given.from || given.to ? text('shown') !== `${given.from}..${given.to}` : false
  const named = text('range')
  const preset = isPreset(named) ? named : fallback
  if (touched || (!named && given.from)) return { asked: given, days: given, errors: wrongDays(given, today) }
  return { asked: { range: preset }, days: rangeOf(preset, today), preset, errors: [] }
}

function wrongDays({ from, to }: Range, today: string): FieldError[] {
  const wrong: FieldError[] = []
  if (!isDay(from))
    wrong.push({ field: 'from', message: 'Give the first day as year-month-day, like 2026-03-01.' })
  if (!isDay(to))
    wrong.push({ field: 'to', message: 'Give the last day as year-month-day, like 2026-03-31.' })
  if (wrong.length > 0) return wrong
  if (from > to) return [{ field: 'from', message: 'The first day is after the last one.' }]
  if (from > today) return [{ field: 'from', message: 'These days have not come yet.' }]
  if (daysIn({ from, to }) > longest)
    return [{ field: 'from', message: `A report shows at most ${longest} days.` }]
  return []
}
