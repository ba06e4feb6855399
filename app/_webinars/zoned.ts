import { Temporal } from 'temporal-polyfill'

/**
 * The instant, Unix ms, of a local time such as `2026-12-10T10:00` in an IANA zone. A time that the clock skips
 * is read an hour later; of a time that comes twice, the first is meant.
 */
export const instantIn = (zone: string, local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
