import { growingU32 } from '../../store/growing'
import { Labels } from '../kernels/labels'
import { peopleWhere, spanOf } from '../kernels/people-where'
import { mergeByPerson } from '../kernels/person-merge'
import { rowsWhere } from '../kernels/where'
import { pathOf } from '../overview/dimensions'
import type { Segment, Source } from '../source'
import type { PathAsk, PathStep } from './path-query'

/** One person's way: everything from its start to its end. `seconds` to the conversion, where there was one. */
export type Way = { who: number; items: number[]; converted: boolean; seconds: number }

const [isItem, isStart, isEnd] = [1, 2, 4]

/**
 * The ways people took (kissmetrics.md, 4.7): each person's once, to the first conversion in the range; of those who
 * did not convert, from their first start in it. Same-second events come in the order of how frequent they are.
 */
export function waysOf(
  source: Source,
  { definition, days, zone, today }: PathAsk,
): { ways: Way[]; names: string[] } {
  const { start, end, of, people, without } = definition
  const span = spanOf(days, zone)
  const only = people && peopleWhere(source, people, { zone, today })
  const hidden = new Set(without.map(({ event }) => event))
  const events = eventsByFrequency(source, span)
  const labels = new Labels(of === 'viewed url' || of === 'url' ? pathOf : value => value)
  const flagsOf = (event: string): number =>
    (of === undefined && !hidden.has(event) ? isItem : 0) |
    (start === undefined || start.event === event ? isStart : 0) |
    (end?.event === event ? isEnd : 0)
  const flags = events.map(flagsOf)
  const last = new Uint32Array(source.people)
  const [item, at, flag, before] = [growingU32(), growingU32(), growingU32(), growingU32()]
  const cells = new Map<number, { start?: Uint8Array; end?: Uint8Array; labels?: Uint32Array }>()
  const segments: Segment[] = []
  const cellOf = (segment: number, kind: number) => {
    let found = cells.get(segment)
    if (!found) {
      const one = segments[segment] as Segment
      const event = events[kind] as string
      const bytes = (pick: typeof start) => (pick?.event === event ? rowsWhere(one, pick.where) : undefined)
      const shown = of === undefined || hidden.has(event) ? undefined : new Uint32Array(one.rows)
      if (shown) labels.read(one.column(of as string), shown)
      const [starts, ends] = [bytes(start), bytes(end)]
      found = {
        ...(starts && { start: starts }),
        ...(ends && { end: ends }),
        ...(shown && { labels: shown }),
      }
      cells.set(segment, found)
    }
    return found
  }
  mergeByPerson(
    source,
    events,
    span,
    (who, when, kind, segment, row) => {
      if (who === 0 || (only && only[who] !== 1)) return
      const cell = cellOf(segment, kind)
      let what = flags[kind] as number
      if (cell.start && cell.start[row] === 0) what &= ~isStart
      if (cell.end && cell.end[row] === 0) what &= ~isEnd
      const label = cell.labels ? (cell.labels[row] as number) : kind + 1
      if (cell.labels && label !== 0) what |= isItem
      if (what === 0) return
      item.push(label)
      at.push(when)
      flag.push(what)
      before.push(last[who] as number)
      last[who] = item.length
    },
    segments,
  )
  const ways: Way[] = []
  const chain: number[] = []
  const [items, times, whats, befores] = [item.values, at.values, flag.values, before.values]
  for (let who = 1; who < last.length; who++) {
    if (last[who] === 0) continue
    chain.length = 0
    for (let one = last[who] as number; one !== 0; one = befores[one - 1] as number) chain.push(one - 1)
    chain.reverse()
    const way = wayOf(chain, items, times, whats, end !== undefined)
    if (way) ways.push({ who, ...way })
  }
  return { ways, names: of === undefined ? ['', ...events] : labels.texts }
}

function wayOf(
  chain: readonly number[],
  items: Uint32Array,
  times: Uint32Array,
  flags: Uint32Array,
  hasEnd: boolean,
): Omit<Way, 'who'> | undefined {
  const begins = chain.findIndex(entry => (flags[entry]! & isStart) !== 0)
  if (begins < 0) return undefined
  const ends = hasEnd ? chain.findIndex((entry, i) => i > begins && (flags[entry]! & isEnd) !== 0) : -1
  const stop = ends < 0 ? chain.length : ends + 1
  const way = chain.slice(begins, stop)
  return {
    items: way.filter(entry => (flags[entry]! & isItem) !== 0).map(entry => items[entry] as number),
    converted: ends >= 0,
    seconds: ends < 0 ? 0 : times[chain[ends]!]! - times[chain[begins]!]!,
  }
}

/** Equal neighbours as one, with how often they came. */
export function collapsed(items: readonly number[], names: readonly string[], repeats: boolean): PathStep[] {
  const steps: PathStep[] = []
  let last = -1
  for (const number of items) {
    if (number === last && !repeats) steps[steps.length - 1]!.times += 1
    else steps.push({ name: names[number] as string, times: 1 })
    last = number
  }
  return steps
}

/** Most frequent on the range's UTC days first; equally frequent ones by name. At most 255. */
function eventsByFrequency(source: Source, span: { from: number; to: number }): string[] {
  const dayMs = 86_400_000
  const rows = (event: string) =>
    source
      .segments(event, Math.floor(span.from / dayMs), Math.floor((span.to - 1) / dayMs))
      .reduce((sum, segment) => sum + segment.rows, 0)
  const counted = source.events().map(event => ({ event, rows: rows(event) }))
  const found = counted.filter(one => one.rows > 0)
  found.sort((a, b) => b.rows - a.rows || (a.event < b.event ? -1 : 1))
  return found.slice(0, 255).map(one => one.event)
}
