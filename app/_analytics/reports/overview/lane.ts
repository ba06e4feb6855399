import { day } from '@/_platform/clock'
import type { Column } from '../../store/columns'
import type { Labels } from '../kernels/labels'
import type { Segment, Source } from '../source'

/** A segment's rows within a lane: its first is entry `base`. */
type Block = { segment: Segment; base: number }

/** All rows of one event on the days of a range, segment after segment, days in order. */
export class Lane {
  readonly length: number
  /** Canonical person numbers. */
  readonly person: Uint32Array
  /** As they stand in the segments; the same array where nobody was merged. */
  readonly raw: Uint32Array
  /** Unix seconds. */
  readonly at: Uint32Array
  /** 0 for what does not count: outside of the range, of others than were asked for, or a repeat. */
  readonly keep: Uint8Array
  /** The number of the visit that an entry belongs to, from 1; 0 for none. */
  readonly visit: Uint32Array
  readonly byDay = new Map<number, Block[]>()
  private readonly blocks: Block[] = []

  /** @param span Unix ms; `to` is exclusive */
  constructor(source: Source, event: string, span: { from: number; to: number }, only?: Uint8Array) {
    let base = 0
    const found = source.segments(event, Math.floor(span.from / day), Math.floor((span.to - 1) / day))
    for (const segment of found) {
      const block = { segment, base }
      this.blocks.push(block)
      const same = this.byDay.get(segment.day)
      if (same) same.push(block)
      else this.byDay.set(segment.day, [block])
      base += segment.rows
    }
    this.length = base
    this.raw = new Uint32Array(base)
    this.at = new Uint32Array(base)
    this.keep = new Uint8Array(base)
    this.visit = new Uint32Array(base)
    for (const { segment, base } of this.blocks) this.fill(segment, base, span)
    const canon = source.merges?.canon
    this.person = canon ? this.raw.map(number => canon[number] as number) : this.raw
    if (only) for (let i = 0; i < base; i++) this.keep[i]! &= only[this.person[i] as number] as number
  }

  /** The number of each entry's value, as it is shown. */
  labelled(property: string, labels: Labels): Uint32Array {
    const numbers = new Uint32Array(this.length)
    for (const { segment, base } of this.blocks)
      labels.read(segment.column(property), numbers.subarray(base, base + segment.rows))
    return numbers
  }

  /** The numeric values of a property; 0 where there is none. */
  numbers(property: string): Float64Array {
    const numbers = new Float64Array(this.length)
    for (const { segment, base } of this.blocks) readNumbers(segment.column(property), numbers, base)
    return numbers
  }

  private fill({ person, time, day: on }: Segment, base: number, span: { from: number; to: number }): void {
    const { raw, at, keep } = this
    const low = span.from - on * day
    const high = span.to - on * day
    const start = on * 86_400
    raw.set(person, base)
    for (let row = 0; row < time.length; row++) {
      const ms = time[row] as number
      at[base + row] = start + ((ms / 1000) | 0)
      keep[base + row] = Number(ms >= low) & Number(ms < high)
    }
  }
}

function readNumbers(column: Column | undefined, numbers: Float64Array, base: number): void {
  if (!column) return
  if (column.numbers) {
    for (let row = 0; row < column.numbers.length; row++) numbers[base + row] = column.numbers[row] || 0
    return
  }
  const { codes, text } = column
  const known: number[] = [0]
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    known[code] ??= Number(text(code)) || 0
    numbers[base + row] = known[code]
  }
}
