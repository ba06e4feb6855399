/**
 * The value below which a share of the numbers lies, by the nearest rank: 0.5 is the median (the lower of the two
 * in the middle). Sorts in place.
 * @returns null for no numbers
 */
export function quantiles(numbers: Uint32Array | Float64Array, shares: readonly number[]): (number | null)[] {
  numbers.sort()
  const last = numbers.length
  return shares.map(share =>
    last === 0 ? null : (numbers[Math.max(0, Math.ceil(share * last) - 1)] as number),
  )
}
