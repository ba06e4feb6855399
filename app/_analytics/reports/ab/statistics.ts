/** Φ⁻¹ of 0.975 and of 0.8: 5 % error of one kind, two-sided, and 20 % of the other. */
const [zAlpha, zBeta] = [1.959964, 0.841621]

/**
 * People that each variation needs, so that a relative change of a rate is found in four of five tests with a
 * 5 % risk of finding one that is not there (two proportions, normal approximation: Fleiss, Levin and Paik,
 * "Statistical Methods for Rates and Proportions", 3rd ed., chapter 4, without continuity correction).
 * @param rate the baseline's, 0 to 1
 * @param change relative: 0.2 is +20 %
 */
export function peopleNeeded(rate: number, change: number): number {
  const other = Math.min(0.999, rate * (1 + change))
  const spread = rate * (1 - rate) + other * (1 - other)
  return Math.ceil(((zAlpha + zBeta) ** 2 * spread) / (other - rate) ** 2)
}

/**
 * Probability that counts so far from equal shares come about by chance (Pearson's chi-squared test). Below 0.001
 * the split itself is broken, and no result of the test can be trusted (Fabijan et al., "Diagnosing Sample Ratio
 * Mismatch in Online Controlled Experiments", KDD 2019).
 */
export function equalShares(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  if (counts.length < 2 || expected === 0) return 1
  const distance = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return upperGamma((counts.length - 1) / 2, distance / 2)
}

/** The regularised upper incomplete gamma function Q(a, x), for a of a half or a whole number, by recurrence. */
function upperGamma(a: number, x: number): number {
  if (x === 0) return 1
  let at = a % 1 === 0 ? 1 : 0.5
  let value = at === 1 ? Math.exp(-x) : complementaryError(Math.sqrt(x))
  let gamma = at === 1 ? 1 : Math.sqrt(Math.PI)
  for (; at < a; at++) {
    // Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1)
    gamma *= at
    value += (x ** at * Math.exp(-x)) / gamma
  }
  return Math.min(1, Math.max(0, value))
}

/** erfc(x) for x ≥ 0, by Abramowitz and Stegun 7.1.26; the error is below 1.5e-7. */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return poly * Math.exp(-x * x)
}

/** 95 % interval of a normal quantity, held within 0 and 1. */
export const within = (mean: number, deviation: number): [number, number] => [
  Math.max(0, mean - zAlpha * deviation),
  Math.min(1, mean + zAlpha * deviation),
]

type Count = { people: number; conversions: number }

/** 95 % interval of one rate relative to another, less one, by the normal approximation of the ratio's logarithm. */
export function relativeInterval(variant: Count, baseline: Count): [number, number] | null {
  if (variant.conversions === 0 || baseline.conversions === 0) return null
  const part = ({ people, conversions }: Count) => 1 / conversions - 1 / people
  const middle = Math.log(variant.conversions / variant.people / (baseline.conversions / baseline.people))
  const reach = zAlpha * Math.sqrt(part(variant) + part(baseline))
  return [Math.exp(middle - reach) - 1, Math.exp(middle + reach) - 1]
}
