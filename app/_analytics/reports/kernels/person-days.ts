import { day } from '@/_platform/clock'
import { byDay } from '../by-day'
import type { Picked } from '../definition/condition'
import type { Segment, Source } from '../source'
import { rowsWhere } from './where'

/** From `from` (Unix ms) up to `to`, which is exclusive. */
export type Span = { from: number; to: number }

const secondsOfDay = 86_400
const nobodyLeft = 0xffffffff

/** What of a segment is asked for: picks that all its rows satisfy, and those that are tested row by row. */
type Waiting = { segment: Segment; kind: number; bits: number; tested: [bit: number, pick: Picked][] }

/** A segment being walked: the next row, and the picks of each row where they differ. */
type Head = {
  segment: Segment
  person: Uint32Array
  time: Uint32Array
  row: number
  kind: number
  bits: number
  each: Uint32Array | undefined
}

/**
 * Walks what people did, a person's UTC day at a time: days in order, and the rows of a day in order of time. Every
 * report that asks for an order of events is a state machine fed from here. Segments are ordered by person, so a
 * day is a merge of sorted lists; only identities that were merged are put aside and sorted.
 */
export class PersonDays {
  /** Unix seconds of each row of the visit, ascending. Rows of one second stand in the order of their first pick. */
  at = new Uint32Array(64)
  /** Which picks a row satisfies, a bit each, the first pick's the lowest. */
  picks = new Uint32Array(64)
  /** Where each row stands, for reading its properties. */
  readonly segments: Segment[] = []
  rows = new Uint32Array(64)
  /** Tells the events of one second apart. */
  private kinds = new Uint32Array(64)
  private length = 0
  private aside: { who: number; at: number; picks: number; kind: number; segment: Segment; row: number }[] =
    []

  /**
   * @param picked at most 31
   * @param only when given, people (by canonical number) whose byte is 0 are passed over
   * @param nobodyToo visits person 0 as well: rows that were sent without an identity
   */
  constructor(
    private readonly source: Source,
    private readonly picked: readonly Picked[],
    private readonly span: Span,
    private readonly only?: Uint8Array,
    private readonly nobodyToo = false,
  ) {}

  /** Calls `visit` for each person and day with how many rows there are. Nobody's rows (person 0) are left out unless asked for. */
  walk(visit: (who: number, rows: number) => void): void {
    const days = this.waiting()
    for (const on of [...days.keys()].sort((a, b) => a - b)) {
      const heads = (days.get(on) as Waiting[]).map(open)
      days.delete(on)
      this.walkDay(on, heads, visit)
    }
  }

  private waiting(): Map<number, Waiting[]> {
    const { from, to } = this.span
    const days = new Map<number, Waiting[]>()
    const events = [...new Set(this.picked.map(one => one.event))]
    events.forEach((event, kind) => {
      let bits = 0
      const tested: [number, Picked][] = []
      this.picked.forEach((pick, at) => {
        if (pick.event !== event) return
        if (pick.where.length > 0) tested.push([1 << at, pick])
        else bits |= 1 << at
      })
      const found = this.source.segments(event, Math.floor(from / day), Math.floor((to - 1) / day))
      for (const [on, segments] of byDay(found)) {
        const list = days.get(on) ?? []
        days.set(on, list)
        for (const segment of segments) list.push({ segment, kind, bits, tested })
      }
    })
    return days
  }

  private walkDay(on: number, heads: Head[], visit: (who: number, rows: number) => void): void {
    const { only } = this
    const merges = this.source.merges
    const low = this.span.from - on * day
    const high = this.span.to - on * day
    const next = Uint32Array.from(heads, head => head.person[0] ?? nobodyLeft)
    for (;;) {
      let person = nobodyLeft
      for (let head = 0; head < next.length; head++) person = Math.min(person, next[head] as number)
      if (person === nobodyLeft) break
      const isMerged = merges && ((merges.isMerged[person >>> 5] as number) >>> person) & 1
      const who = isMerged ? (merges.canon[person] as number) : person
      this.length = 0
      const wanted = (who !== 0 || this.nobodyToo) && (!only || only[who] === 1)
      for (let head = 0; head < next.length; head++)
        if (next[head] === person) next[head] = this.take(heads[head] as Head, person, wanted, on, low, high)
      if (this.length === 0) continue
      if (isMerged) this.putAside(who)
      else {
        if (this.length > 1) this.sort()
        visit(who, this.length)
      }
    }
    if (this.aside.length > 0) this.visitAside(visit)
  }

  /** Takes a person's rows of one segment that lie in the span. @returns who comes after them */
  private take(head: Head, person: number, wanted: boolean, on: number, low: number, high: number): number {
    const { person: persons, time } = head
    let { row } = head
    // Never read beyond the end: that alone makes the loop several times as slow.
    const end = persons.length
    for (; row < end && persons[row] === person; row++) {
      const at = time[row] as number
      const picks = head.each ? (head.each[row] as number) : head.bits
      if (!wanted || picks === 0 || at < low || at >= high) continue
      this.add(on * secondsOfDay + Math.floor(at / 1000), picks, head.kind, head.segment, row)
    }
    head.row = row
    return row < end ? (persons[row] as number) : nobodyLeft
  }

  private add(at: number, picks: number, kind: number, segment: Segment, row: number): void {
    if (this.length === this.at.length) this.grow()
    const end = this.length++
    this.at[end] = at
    this.picks[end] = picks
    this.kinds[end] = kind
    this.segments[end] = segment
    this.rows[end] = row
  }

  private grow(): void {
    const larger = (array: Uint32Array) => {
      const grown = new Uint32Array(array.length * 2)
      grown.set(array)
      return grown
    }
    this.at = larger(this.at)
    this.picks = larger(this.picks)
    this.kinds = larger(this.kinds)
    this.rows = larger(this.rows)
  }

  /** By insertion: a day of one person is short, and each event's rows are in order already. */
  private sort(): void {
    const { at, picks, kinds, segments, rows, length } = this
    for (let i = 1; i < length; i++) {
      const [when, which, kind, segment, row] = [at[i]!, picks[i]!, kinds[i]!, segments[i]!, rows[i]!]
      const first = which & -which
      let to = i
      for (; to > 0; to--) {
        const before = at[to - 1] as number
        if (before < when || (before === when && (picks[to - 1]! & -picks[to - 1]!) <= first)) break
        at[to] = before
        picks[to] = picks[to - 1]!
        kinds[to] = kinds[to - 1]!
        segments[to] = segments[to - 1]!
        rows[to] = rows[to - 1]!
      }
      if (to === i) continue
      at[to] = when
      picks[to] = which
      kinds[to] = kind
      segments[to] = segment
      rows[to] = row
    }
  }

  private putAside(who: number): void {
    for (let i = 0; i < this.length; i++) {
      const row = { at: this.at[i]!, picks: this.picks[i]!, kind: this.kinds[i]!, row: this.rows[i]! }
      this.aside.push({ who, ...row, segment: this.segments[i]! })
    }
  }

  /** Merged people of the day: what two of their identities did in the same second they did once. */
  private visitAside(visit: (who: number, rows: number) => void): void {
    const rows = this.aside.sort((a, b) => a.who - b.who || a.at - b.at || a.kind - b.kind)
    this.aside = []
    for (let from = 0; from < rows.length; ) {
      const { who } = rows[from]!
      this.length = 0
      let to = from
      for (; rows[to]?.who === who; to++) {
        const { at, picks, kind, segment, row } = rows[to]!
        const last = this.length - 1
        if (last >= 0 && this.at[last] === at && this.kinds[last] === kind) this.picks[last]! |= picks
        else this.add(at, picks, kind, segment, row)
      }
      this.sort()
      visit(who, this.length)
      from = to
    }
  }
}

function open({ segment, kind, bits, tested }: Waiting): Head {
  const { person, time } = segment
  const head = { segment, person, time, row: 0, kind, bits }
  if (tested.length === 0) return { ...head, each: undefined }
  const each = new Uint32Array(segment.rows).fill(bits)
  for (const [bit, pick] of tested) {
    const holds = rowsWhere(segment, pick.where)
    for (let row = 0; row < each.length; row++) if (!holds || holds[row] === 1) each[row]! |= bit
  }
  return { ...head, each }
}
