import { daysIn, isDay, type Preset, presets, type Range, rangeOf } from './calendar'

/** What a metric report shows: all of it stands in its address. */
export type MetricDefinition = {
  event: string
  /** Days that move with today, or two days that stand. */
  range: Preset | Range
  /** Also the same number of days before. */
  compare: boolean
}

export type MetricError = { field: 'event' | 'from' | 'to'; message: string }

/** A definition, or what is wrong with it; `typed` is what the form shows either way. */
export type ReadMetric = {
  typed: { event: string; from: string; to: string; compare: boolean }
  definition?: MetricDefinition
  days?: Range
  errors: MetricError[]
}

const longest = 1096

const isPreset = (text: string): text is Preset => Object.hasOwn(presets, text)

/**
 * Reads a definition from an address. `shown` ("from..to") is what the form's dates were before they were
 * touched: while they are still that, the preset stands; else the dates do.
 * @param today the site's day
 * @param fallback the event shown where the address names none
 */
export function readMetric(
  query: Record<string, string | string[] | undefined>,
  today: string,
  fallback: string,
): ReadMetric {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value.at(-1) : value)?.trim() ?? ''
  }
  const event = query.event === undefined ? fallback : text('event').toLowerCase()
  const compare = text('compare') === '1'
  const given = { from: text('from'), to: text('to') }
  const touched = given.from || given.to ? text('shown') !== `${given.from}..${given.to}` : false
  const named = text('range')
  const preset = isPreset(named) ? named : '30'
  const range = touched || (!named && given.from) ? given : preset
  const days = typeof range === 'string' ? rangeOf(range, today) : range
  const errors = [...wrongEvent(event), ...wrongDays(days, today)]
  const typed = { event, ...days, compare }
  return errors.length > 0
    ? { typed, errors }
    : { typed, days, definition: { event, range, compare }, errors }
}

function wrongEvent(event: string): MetricError[] {
  if (!event) return [{ field: 'event', message: 'Choose an event.' }]
  if (event.length > 255) return [{ field: 'event', message: 'An event’s name has at most 255 characters.' }]
  return []
}

function wrongDays({ from, to }: Range, today: string): MetricError[] {
  const wrong: MetricError[] = []
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

/** The query string that says this definition, and nothing else. */
export function metricQueryString({ event, range, compare }: MetricDefinition): string {
  const query = new URLSearchParams({ event })
  if (typeof range === 'string') query.set('range', range)
  else {
    query.set('from', range.from)
    query.set('to', range.to)
  }
  if (compare) query.set('compare', '1')
  return query.toString()
}
