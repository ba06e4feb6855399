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

const month = dayFormat({ month: 'long' })
/** `2026-03-02` as "Mon 2 March". */
export const longDay = dayFormat({ weekday: 'short', day: 'numeric', month: 'long' })
/** `2026-03-02` as "2 Mar". */
export const shortDay = (day: string): string => `${Number(day.slice(8))} ${month(day).slice(0, 3)}`
/** `2026-03-02` as "2 March 2026". */
export const fullDay = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' })

/** How a value compares with an earlier one: "+12 % from 1,234", "12 times 3", "same as before", "none before". */
export function change(value: number, earlier: number): string {
  if (value === earlier) return 'same as before'
  if (earlier === 0) return 'none before'
  if (value >= 10 * earlier) return `${Math.floor(value / earlier)} times ${count(earlier)}`
  const percent = ((value - earlier) / earlier) * 100
  const digits = Math.abs(percent) < 10 ? 1 : 0
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(digits)} % from ${count(earlier)}`
}
