import { growingU32 } from '../../store/growing'

/** How far people came, each with the steps reached (a bit each) and when (Unix seconds, 0 for a step not reached). */
export class Reached {
  readonly who = growingU32()
  readonly steps = growingU32()
  private readonly times = growingU32()

  constructor(readonly length: number) {}

  add(who: number, steps: number, times: ArrayLike<number>, from = 0): void {
    this.who.push(who)
    this.steps.push(steps)
    for (let step = 0; step < this.length; step++)
      this.times.push((steps >>> step) & 1 ? (times[from + step] as number) : 0)
  }

  /** One row after the other, a time for each step. */
  get at(): Uint32Array {
    return this.times.values
  }
}

/** What makes a way through: so many steps, within a window in seconds, and a bit above the steps' that ends it. */
export type Rules = { length: number; window: number | undefined; ends: boolean }

const depthMask = (depth: number) => 2 ** depth - 1

/**
 * The furthest that each person comes, fed row by row in order of time. Each row counts as one step at most. Where
 * a window or an end can void a beginning, the latest beginning of every depth is kept, since it has the most time
 * left; else the first way through is the furthest.
 */
export class Furthest {
  private readonly slots: Uint32Array
  private records = new Uint32Array(1024)
  private used = 1
  private readonly stride: number
  private readonly chained: boolean

  constructor(
    private readonly rules: Rules,
    people: number,
  ) {
    const { length, window, ends } = rules
    this.slots = new Uint32Array(people)
    this.chained = window !== undefined || ends
    this.stride = 2 + length + (this.chained ? length * length : 0)
  }

  feed(who: number, at: number, picks: number): void {
    let slot = this.slots[who] as number
    if (slot === 0) {
      if ((picks & 1) === 0) return
      slot = this.used++
      this.slots[who] = slot
      if ((slot + 1) * this.stride > this.records.length) this.grow()
      this.records[slot * this.stride + 1] = who
    }
    if (this.chained) this.chain(slot * this.stride, at, picks)
    else {
      const base = slot * this.stride
      const depth = this.records[base] as number
      if (((picks >>> depth) & 1) === 0 || depth === this.rules.length) return
      this.records[base + 2 + depth] = at
      this.records[base] = depth + 1
    }
  }

  /** What everybody came to. */
  all(): Reached {
    const { records, stride } = this
    const reached = new Reached(this.rules.length)
    for (let slot = 1; slot < this.used; slot++) {
      const base = slot * stride
      reached.add(records[base + 1] as number, depthMask(records[base] as number), records, base + 2)
    }
    return reached
  }

  private chain(base: number, at: number, picks: number): void {
    const { records } = this
    const { length, window, ends } = this.rules
    const chains = base + 2 + length
    for (let step = length - 1; step > 0; step--) {
      if (((picks >>> step) & 1) === 0) continue
      const before = chains + (step - 1) * length
      const began = records[before] as number
      if (began === 0 || (window !== undefined && at - began > window)) continue
      const own = chains + step * length
      records.copyWithin(own, before, before + step)
      records[own + step] = at
      this.note(base, step + 1, own)
    }
    if (picks & 1) {
      records[chains] = at
      this.note(base, 1, chains)
    }
    if (ends && (picks >>> length) & 1)
      for (let step = 0; step < length; step++) records[chains + step * length] = 0
  }

  private note(base: number, depth: number, chain: number): void {
    if (depth <= (this.records[base] as number)) return
    this.records[base] = depth
    this.records.copyWithin(base + 2, chain, chain + depth)
  }

  private grow(): void {
    const larger = new Uint32Array(this.records.length * 2)
    larger.set(this.records)
    this.records = larger
  }
}

/**
 * Every way through of each person, one after the other: one ends when the last step is reached, its window has
 * passed, or what ends it happens; the next first step begins another.
 */
export class EveryWay {
  private readonly depth: Uint8Array
  private readonly times: Map<number, number[]> = new Map()
  private readonly reached: Reached

  constructor(
    private readonly rules: Rules,
    people: number,
  ) {
    this.depth = new Uint8Array(people)
    this.reached = new Reached(rules.length)
  }

  feed(who: number, at: number, picks: number): void {
    const { length, window, ends } = this.rules
    let depth = this.depth[who] as number
    if (depth === 0 && (picks & 1) === 0) return
    const times = this.times.get(who) ?? []
    if (depth === 0) this.times.set(who, times)
    else if (window !== undefined && at - (times[0] as number) > window) {
      this.close(who)
      depth = 0
    }
    if ((picks >>> depth) & 1 && depth < length) {
      times[depth] = at
      this.depth[who] = depth + 1
    }
    if (this.depth[who] === length || (ends && (picks >>> length) & 1)) this.close(who)
  }

  all(): Reached {
    for (const who of this.times.keys()) this.close(who)
    return this.reached
  }

  private close(who: number): void {
    const depth = this.depth[who] as number
    if (depth > 0) this.reached.add(who, depthMask(depth), this.times.get(who) ?? [])
    this.depth[who] = 0
  }
}

/** Rows of one person in order of time. */
export type Rows = { at: number[]; picks: number[] }

/**
 * Of each day and event the last row alone, as Kissmetrics reduced them (kissmetrics.md, 4.2).
 * @param dayOf the site's day of a moment
 */
export function lastOfEachDay({ at, picks }: Rows, length: number, dayOf: (at: number) => number): Rows {
  const kept: { at: number; picks: number }[] = []
  const seen = new Map<string, number>()
  for (let row = at.length - 1; row >= 0; row--) {
    let left = 0
    for (let bit = 0; bit <= length; bit++) {
      if (((picks[row]! >>> bit) & 1) === 0) continue
      const key = `${dayOf(at[row]!)} ${bit}`
      if (seen.has(key)) continue
      seen.set(key, row)
      left |= 1 << bit
    }
    if (left) kept.push({ at: at[row]!, picks: left })
  }
  kept.reverse()
  return { at: kept.map(one => one.at), picks: kept.map(one => one.picks) }
}

/**
 * Steps reached where any may be left out: each next step is looked for after the last one that was found
 * (kissmetrics.md, 4.2).
 */
export function skipping(
  { at, picks }: Rows,
  { length, window, ends }: Rules,
): { steps: number; at: number[] } {
  let steps = 0
  let from = 0
  let began = 0
  const found: number[] = new Array(length).fill(0)
  for (let step = 0; step < length; step++) {
    for (let row = from; row < at.length; row++) {
      if (began && window !== undefined && at[row]! - began > window) break
      if (began && ends && (picks[row]! >>> length) & 1) break
      if (((picks[row]! >>> step) & 1) === 0) continue
      steps |= 1 << step
      found[step] = at[row]!
      began ||= at[row]!
      from = row + 1
      break
    }
  }
  return { steps, at: found }
}
