const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
    formats.set(key, found)
  }
  return found
}

/** Moments (Unix ms) in a site's zone, as people read them. */
export const zoneTime = (zone: string) => ({
  /** "Tue 3 March 2026" */
  day: (at: number) =>
    format(zone, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
      .format(at)
      .replace(',', ''),
  /** "3 Mar 2026" */
  date: (at: number) => format(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at),
  /** "14:05" */
  clock: (at: number) => format(zone, { hour: '2-digit', minute: '2-digit' }).format(at),
  /** "14:05:09" */
  second: (at: number) => format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at),
})
