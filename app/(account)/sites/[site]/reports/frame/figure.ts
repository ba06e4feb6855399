import { count, percent, took } from '@/_ui/format'

const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

/** A figure in words, by what it is measured in; "–" where there is none. */
export function figure(value: number | null, unit: 'number' | 'percent' | 'seconds'): string {
  if (value === null) return '–'
  if (unit === 'percent') return percent(value)
  if (unit === 'seconds') return took(value)
  return Number.isInteger(value) ? count(value) : exact.format(value)
}

/** An amount of the site's currency: "$1,234.50". */
export const money = (currency: string) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 2 })
  return (amount: number | null): string => (amount === null ? '–' : format.format(amount))
}
