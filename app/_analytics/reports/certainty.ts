/** One side of an A/B test: how many people saw it, and how many of them converted. */
export type Arm = { people: number; conversions: number }

/** Mean and standard deviation of the Beta(conversions, people − conversions) that describes an arm's rate. */
export function rate({ people, conversions }: Arm): { mean: number; deviation: number } {
  const mean = conversions / people
  return { mean, deviation: Math.sqrt((mean * (1 - mean)) / (people + 1)) }
}

/** Relative improvement of the variant's conversion rate over the baseline's: 0.2 is +20 %. */
export const improvement = (variant: Arm, baseline: Arm): number =>
  rate(variant).mean / rate(baseline).mean - 1

/**
 * Probability, 0 to 1, that the variant's true conversion rate is higher than the baseline's, by the normal
 * approximation of the two Beta posteriors (kissmetrics.md, 4.6). Above 0.95 counts as a winner there.
 */
export function certainty(variant: Arm, baseline: Arm): number {
  const v = rate(variant)
  const b = rate(baseline)
  return normalCdf((v.mean - b.mean) / Math.hypot(v.deviation, b.deviation))
}

/** Φ(z), by Abramowitz and Stegun 26.2.17; the error is below 7.5e-8. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return z >= 0 ? 1 - tail : tail
}
