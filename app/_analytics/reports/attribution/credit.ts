import type { Model } from './attribution-query'

const dayOfSeconds = 86_400

/**
 * What share of a conversion each visit before it gets; the shares of all are 1. Position gives the first and the
 * last 40 % each and divides the rest among those between; two share evenly. Time decay halves a visit's weight
 * with each half-life before the conversion.
 * @param ages seconds from each visit to the conversion, the first visit's first
 * @param halfLife days
 */
export function shares(model: Model, ages: readonly number[], halfLife: number): number[] {
  const last = ages.length - 1
  switch (model) {
    case 'first':
      return ages.map((_, i) => Number(i === 0))
    case 'last':
      return ages.map((_, i) => Number(i === last))
    case 'linear':
      return ages.map(() => 1 / ages.length)
    case 'position':
      if (last < 2) return ages.map(() => 1 / ages.length)
      return ages.map((_, i) => (i === 0 || i === last ? 0.4 : 0.2 / (last - 1)))
    case 'decay': {
      // Counted from the last visit, so that no weight becomes too small to be a number.
      const newest = ages[last] as number
      const weights = ages.map(age => 2 ** ((newest - age) / (halfLife * dayOfSeconds)))
      const sum = weights.reduce((total, weight) => total + weight, 0)
      return weights.map(weight => weight / sum)
    }
  }
}
