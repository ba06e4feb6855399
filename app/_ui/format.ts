const whole = new Intl.NumberFormat('en')
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })

/** 12,345 */
export const count = (value: number): string => whole.format(value)

/** 12.3K: where the exact figure stands beside it. */
export const rough = (value: number): string => compact.format(value)

const dayFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (day: string): string => format.format(new Date(day))
}

/** `2026-03-02` as "Mon 2 March". */
export const longDay = dayFormat({ weekday: 'short', day: 'numeric', month: 'long' })
/** `2026-03-02` as "2 Mar". */
export const shortDay = dayFormat({ day: 'numeric', month: 'short' })
/** `2026-03-02` as "2 March 2026". */
export const fullDay = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' })
