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

const units = [
  ['day', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

/** A length of time (ms) in its two largest units: "3 days 4 h", "6 min 20 s", "0 s". */
export function duration(ms: number): string {
  const first = units.findIndex(([, length]) => ms >= length)
  if (first < 0) return '0 s'
  let rest = ms
  const parts = units.slice(first, first + 2).flatMap(([name, length]) => {
    const times = Math.floor(rest / length)
    rest -= times * length
    return times === 0 ? [] : [`${count(times)} ${name === 'day' && times > 1 ? 'days' : name}`]
  })
  return parts.join(' ')
}

/** "1 visit", "1,234 visits". */
export const many = (value: number, one: string, more = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : more}`

/** How long ago, in its largest unit: "3 days ago", "just now" below a minute. */
export function ago(ms: number): string {
  if (ms < 60_000) return 'just now'
  return `${duration(ms).split(' ').slice(0, 2).join(' ')} ago`
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

/** A country by its two letters: "FR" as "France"; other text stays as it is. */
export const country = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code)

/** A share of one as "12.5 %"; "–" where there is none. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–'
  const value = share * 100
  const digits = value !== 0 && Math.abs(value) < 10 ? 1 : 0
  return `${value.toFixed(digits).replace('-', '−')} %`
}

/** Seconds as a length of time; "–" for none. */
export const took = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '–' : duration(seconds * 1000)
