const formats = new Map<string, Intl.DateTimeFormat>()

/** The time of day in a zone: "14:05", with seconds "14:05:09". Takes Unix ms. */
export function clockIn(zone: string, seconds = false): (at: number) => string {
  const key = `${zone} ${seconds}`
  let format = formats.get(key)
  if (!format) {
    const parts: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
    if (seconds) parts.second = '2-digit'
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...parts })
    formats.set(key, format)
  }
  return format.format
}
