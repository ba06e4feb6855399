import type { ChartPoint, Series } from './chart'

/** What the drawing shows, for those who do not see it: range, and each series' lowest, highest and last value. */
export function summarise(
  title: string,
  points: ChartPoint[],
  series: Series[],
  format: (value: number) => string,
): string {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return `${title}. Nothing to show.`
  const parts = series.map(({ name, values }) => {
    const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
    if (known.length === 0) return `${name}: nothing known.`
    const low = known.reduce((a, b) => (b.value < a.value ? b : a))
    const high = known.reduce((a, b) => (b.value > a.value ? b : a))
    const say = ({ value, at }: { value: number; at: number }) => `${format(value)} (${points[at]?.label})`
    return `${name}: lowest ${say(low)}, highest ${say(high)}, last ${format(known.at(-1)!.value)}.`
  })
  return `${title}, ${first.label} to ${last.label}. ${parts.join(' ')}`
}
