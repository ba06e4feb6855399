/** A seeded source of chance (mulberry32): the same seed gives the same demo on every machine. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.bits() / 4294967296
  }

  /** 32 random bits as an unsigned integer. */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** Uniform in [from, to). */
  between(from: number, to: number): number {
    return from + this.next() * (to - from)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Exponentially distributed around a mean: waiting and reading times. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** A whole number whose mean is `mean`: the fraction decides the last one. */
  round(mean: number): number {
    return Math.floor(mean + this.next())
  }
}

export type Weighted<T> = readonly (readonly [value: T, weight: number])[]

/** Draws from a weighted table in constant time (Vose's alias method). */
export function sampler<T>(table: Weighted<T>): (random: Random) => T {
  const total = table.reduce((sum, [, weight]) => sum + weight, 0)
  const keep = table.map(([, weight]) => (weight / total) * table.length)
  const other = table.map((_, index) => index)
  const small = keep.flatMap((share, index) => (share < 1 ? [index] : []))
  const large = keep.flatMap((share, index) => (share >= 1 ? [index] : []))
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!
    const rich = large.at(-1)!
    other[poor] = rich
    keep[rich] = keep[rich]! - (1 - keep[poor]!)
    if (keep[rich]! < 1) small.push(large.pop()!)
  }
  for (const index of [...small, ...large]) keep[index] = 1
  return random => {
    const slot = random.below(table.length)
    return table[random.next() < keep[slot]! ? slot : other[slot]!]![0]
  }
}

/** The same for words, written as `{ word: weight }`. */
export const chances = <T extends string>(table: Partial<Record<T, number>>): ((random: Random) => T) =>
  sampler(Object.entries(table) as [T, number][])
