import { day } from '@/_platform/clock'
import type { Mode, Segmentation } from '../definition/segment'
import type { Source } from '../source'
import type { Span } from './person-days'
import { none, Values } from './values'

/** Everything, for a reader that is given no span. */
export const ever: Span = { from: -1e15, to: 1e15 }

/**
 * The first or last value of a property that each person had, whichever event it came with (kissmetrics.md, 3.2).
 * Of several values in one second, of identities that were merged, the alphabetically first counts.
 * @param span where the value must have been received; UTC ms
 * @returns for each canonical person number a number of `values`, when it was received (Unix seconds), and 1 where
 *   there were other values in the span, too
 */
export function firstOrLast(
  source: Source,
  { property, mode }: { property: string; mode: Exclude<Mode, 'event'> },
  span: Span,
  values: Values,
): { value: Uint32Array; at: Uint32Array; several: Uint8Array } {
  const last = mode.startsWith('last')
  const { from, to } = mode.endsWith('ever') ? ever : span
  const value = new Uint32Array(source.people)
  const when = new Uint32Array(source.people)
  const several = new Uint8Array(source.people)
  const canon = source.merges?.canon
  const [firstDay, lastDay] = [Math.floor(from / day), Math.floor((to - 1) / day)]
  const names: string[] = []
  const nameOf = (number: number) => {
    if (names.length < values.size) names.splice(0, names.length, ...values.names)
    return names[number] as string
  }
  for (const event of [...source.events(), '']) {
    for (const segment of source.segments(event, firstDay, lastDay)) {
      const column = segment.column(property)
      if (!column) continue
      const read = values.reader(column)
      const { person, time } = segment
      const seconds = segment.day * 86_400
      const [low, high] = [from - segment.day * day, to - segment.day * day]
      for (let row = 0; row < person.length; row++) {
        const found = read(row)
        if (found === none) continue
        const number = person[row] as number
        const who = canon ? (canon[number] as number) : number
        const ms = time[row] as number
        if (who === 0 || ms < low || ms >= high) continue
        const at = seconds + Math.floor(ms / 1000)
        const known = value[who] as number
        if (known !== none) {
          const then = when[who] as number
          if (known !== found) several[who] = 1
          if (last ? at < then : at > then) continue
          if (at === then && (known === found || nameOf(known) <= nameOf(found))) continue
        }
        value[who] = found
        when[who] = at
      }
    }
  }
  return { value, at: when, several }
}

/**
 * What a property was over time for some people: the value at a moment is the last one received at or before its
 * second (kissmetrics.md, 3.2).
 */
export class History {
  private readonly start: Uint32Array
  private readonly at: Uint32Array
  private readonly value: Uint32Array
  private readonly sorted: Uint8Array

  /** @param wanted a byte for each canonical person number: 1 for those who will be asked about */
  constructor(source: Source, property: string, values: Values, wanted: Uint8Array, until: number) {
    const canon = source.merges?.canon
    const pieces: { who: Uint32Array; at: Uint32Array; value: Uint32Array }[] = []
    this.start = new Uint32Array(source.people + 1)
    this.sorted = new Uint8Array(source.people)
    let total = 0
    for (const event of [...source.events(), '']) {
      for (const segment of source.segments(event, -1e7, Math.floor((until - 1) / day))) {
        const column = segment.column(property)
        if (!column) continue
        const read = values.reader(column)
        const { person, time } = segment
        const who = new Uint32Array(person.length)
        const at = new Uint32Array(person.length)
        const value = new Uint32Array(person.length)
        let length = 0
        for (let row = 0; row < person.length; row++) {
          const number = person[row] as number
          const one = canon ? (canon[number] as number) : number
          if (wanted[one] !== 1) continue
          const found = read(row)
          if (found === none) continue
          // A value that says again what the row before said adds nothing.
          if (
            length > 0 &&
            who[length - 1] === one &&
            value[length - 1] === found &&
            person[row - 1] === number
          )
            continue
          who[length] = one
          at[length] = segment.day * 86_400 + Math.floor((time[row] as number) / 1000)
          value[length] = found
          length += 1
        }
        for (let i = 0; i < length; i++) this.start[(who[i] as number) + 1]! += 1
        if (length > 0)
          pieces.push({
            who: who.slice(0, length),
            at: at.slice(0, length),
            value: value.slice(0, length),
          })
        total += length
      }
    }
    for (let who = 0; who < source.people; who++) this.start[who + 1]! += this.start[who] as number
    this.at = new Uint32Array(total)
    this.value = new Uint32Array(total)
    const next = this.start.slice()
    for (const { who, at, value } of pieces)
      for (let i = 0; i < who.length; i++) {
        const to = next[who[i] as number]!++
        this.at[to] = at[i] as number
        this.value[to] = value[i] as number
      }
    this.names = () => values.names
  }

  private readonly names: () => string[]

  /** @param at Unix seconds */
  when(who: number, at: number): number {
    if (this.sorted[who] === 0) this.sort(who)
    let low = this.start[who] as number
    let high = this.start[who + 1] as number
    const first = low
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.at[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low === first ? none : (this.value[low - 1] as number)
  }

  /** By time; in one second the alphabetically first stands last, since it is the one that counts. */
  private sort(who: number): void {
    this.sorted[who] = 1
    const [from, to] = [this.start[who] as number, this.start[who + 1] as number]
    if (to - from < 2) return
    const names = this.names()
    const name = (i: number) => names[this.value[i] as number] as string
    const order = Array.from({ length: to - from }, (_, i) => from + i).sort(
      (a, b) => this.at[a]! - this.at[b]! || (name(a) < name(b) ? 1 : name(a) > name(b) ? -1 : 0),
    )
    const at = order.map(i => this.at[i] as number)
    const value = order.map(i => this.value[i] as number)
    this.at.set(at, from)
    this.value.set(value, from)
  }
}

/** Gives each person, or each event of a person, a number of its segment. */
export type Grouping = {
  /** @param at Unix seconds of the event that decides where the mode is "at the time of the event" */
  of(who: number, at: number): number
  /** The segments' names by number; complete once everybody was asked about. */
  names(): string[]
}

/** @param wanted people (canonical) who will be asked about, where fewer than all */
export function groupingOf(
  source: Source,
  { property, mode, format }: Segmentation,
  span: Span,
  wanted: Uint8Array,
): Grouping {
  const values = new Values(format)
  if (mode === 'event') {
    const history = new History(source, property, values, wanted, span.to)
    return { of: (who, at) => history.when(who, at), names: () => values.names }
  }
  const { value: of } = firstOrLast(source, { property, mode }, span, values)
  return { of: who => of[who] as number, names: () => values.names }
}
