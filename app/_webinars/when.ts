const day = (zone: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone })
const time = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  })

/** `Thursday, 10 December 2026, 10:00 PST`: an instant (Unix ms) by the clock of a zone. */
export const inZone = (zone: string, at: number): string =>
  `${day(zone).format(at)}, ${time(zone).format(at)}`

/** The event's own time, and the reader's where their browser told a zone that reads differently. */
export function inBothZones(zone: string, at: number, own: string | null): string {
  const here = inZone(zone, at)
  const there = own && isZone(own) ? inZone(own, at) : here
  return there === here ? here : `${here} (where you are: ${there})`
}

/** Whether a text names an IANA zone that is known here. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
