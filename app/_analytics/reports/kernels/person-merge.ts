import { day } from '@/_platform/clock'
import { byDay } from '../by-day'
import type { Segment, Source } from '../source'

/** A row of one of the events that are walked: `at` in Unix seconds, `kind` the event's place in the list. */
export type Visit = (who: number, at: number, kind: number, segment: number, row: number) => void

type Head = {
  segment: number
  kind: number
  person: Uint32Array
  time: Uint32Array
  row: number
  end: number
}

const secondsOfDay = 86_400
const nobodyLeft = 0xffffffff

/**
 * Walks the rows of a few events by UTC day, in it by person, and of a person by second; in one second events come
 * in the order of the list. Nobody's rows (person 0) come first, in no order. What merged identities repeat in one
 * second comes once.
 *
 * `segments` are numbered as they are met, for reading properties afterwards.
 * @param span Unix ms; `to` is exclusive
 * @param segments gets them, where `visit` reads from them
 */
export function mergeByPerson(
  source: Source,
  events: readonly string[],
  span: { from: number; to: number },
  visit: Visit,
  segments: Segment[] = [],
): Segment[] {
  const days = new Map<number, { segment: Segment; kind: number }[]>()
  events.forEach((event, kind) => {
    const found = source.segments(event, Math.floor(span.from / day), Math.floor((span.to - 1) / day))
    for (const [on, list] of byDay(found)) {
      const same = days.get(on) ?? []
      days.set(on, same)
      for (const segment of list) same.push({ segment, kind })
    }
  })
  for (const on of [...days.keys()].sort((a, b) => a - b)) {
    const heads = (days.get(on) ?? []).map(({ segment, kind }): Head => {
      segments.push(segment)
      const { person, time } = segment
      return { segment: segments.length - 1, kind, person, time, row: 0, end: person.length }
    })
    walkDay(source, heads, on, span, visit)
  }
  return segments
}

function walkDay(
  { merges }: Source,
  heads: Head[],
  on: number,
  span: { from: number; to: number },
  visit: Visit,
): void {
  const low = span.from - on * day
  const high = span.to - on * day
  const start = on * secondsOfDay
  const aside: Aside[] = []
  for (const head of heads)
    for (; head.row < head.end && head.person[head.row] === 0; head.row++) {
      const ms = head.time[head.row] as number
      if (ms >= low && ms < high) visit(0, start + Math.floor(ms / 1000), head.kind, head.segment, head.row)
    }
  for (;;) {
    let person = nobodyLeft
    for (const head of heads) {
      const next = head.row < head.end ? (head.person[head.row] as number) : nobodyLeft
      if (next < person) person = next
    }
    if (person === nobodyLeft) break
    const isMerged =
      merges !== undefined && (((merges.isMerged[person >>> 5] as number) >>> person) & 1) === 1
    for (;;) {
      let best: Head | undefined
      let least = Number.POSITIVE_INFINITY
      for (const head of heads) {
        if (head.row >= head.end || head.person[head.row] !== person) continue
        const rank = Math.floor((head.time[head.row] as number) / 1000) * 256 + head.kind
        if (rank < least) {
          least = rank
          best = head
        }
      }
      if (!best) break
      const row = best.row++
      const ms = best.time[row] as number
      if (ms < low || ms >= high) continue
      const at = start + Math.floor(ms / 1000)
      if (isMerged)
        aside.push({ who: merges.canon[person] as number, at, kind: best.kind, segment: best.segment, row })
      else visit(person, at, best.kind, best.segment, row)
    }
  }
  if (aside.length) walkAside(aside, visit)
}

type Aside = { who: number; at: number; kind: number; segment: number; row: number }

function walkAside(rows: Aside[], visit: Visit): void {
  rows.sort((a, b) => a.who - b.who || a.at - b.at || a.kind - b.kind)
  let last: Aside | undefined
  for (const row of rows) {
    if (last && last.who === row.who && last.at === row.at && last.kind === row.kind) continue
    visit(row.who, row.at, row.kind, row.segment, row.row)
    last = row
  }
}
