const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `24 November 2026`, by UTC. */
export const longDate = (at: number): string => long.format(at)

/** `2026-11-24T08:00:00.000Z`, for `<time dateTime>` and feeds. */
export const isoDate = (at: number): string => new Date(at).toISOString()
