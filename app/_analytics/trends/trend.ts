/** What one site adds to a figure: how often, and how many people were behind it. */
export type Part = { count: number; people: number }

/** A figure over many sites; `people` are summed site by site: who visits two sites is two (promise U5). */
export type Trend = { count: number; people: number; sites: number }

/** Fewer than these behind a figure, and it is not published (promise U6). */
export const fewest = { sites: 5, people: 100 }

/** A figure of which one site makes more than this share would be that site's figure. */
const largestShare = 0.8

/**
 * Sums a figure of each site to one that may be published, rounded to two digits, so that nobody's exact figure can
 * be worked out by taking their own away.
 * @returns undefined where too few sites or people stand behind it, or one site makes nearly all of it
 */
export function trendOf(parts: Part[]): Trend | undefined {
  const behind = parts.filter(({ count }) => count > 0)
  const sum = (of: keyof Part) => behind.reduce((total, part) => total + part[of], 0)
  const [count, people] = [sum('count'), sum('people')]
  if (behind.length < fewest.sites || people < fewest.people) return undefined
  if (behind.some(part => part.count > count * largestShare)) return undefined
  return { count: rounded(count), people: rounded(people), sites: behind.length }
}

const rounded = (value: number): number => Number(value.toPrecision(2))
