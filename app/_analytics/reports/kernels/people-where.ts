import { rangeOf } from '../calendar'
import { tester } from '../definition/condition'
import type { ConditionRange, Did, Has, PeopleCondition, PeopleFilter } from '../definition/people-filter'
import type { Source } from '../source'
import { zoneDays } from '../zone-days'
import { ever } from './attribution'
import { PersonDays, type Span } from './person-days'
import { timesDone } from './times-done'

/** What the words of a filter depend on: the site's zone and its day. */
export type Now = { zone: string; today: string }

/**
 * Who satisfies a filter (kissmetrics.md, 4.8).
 * @returns a byte for each canonical person number, 1 for those who do; undefined where no condition was given
 */
export function peopleWhere(source: Source, filter: PeopleFilter, now: Now): Uint8Array | undefined {
  if (filter.conditions.length === 0) return undefined
  if (filter.match === 'order') return inOrder(source, filter, now)
  const [first, ...rest] = filter.conditions.map(one => holds(source, one, now))
  const found = first as Uint8Array
  for (const other of rest)
    for (let who = 0; who < found.length; who++)
      found[who] = filter.match === 'all' ? found[who]! & other[who]! : found[who]! | other[who]!
  return found
}

/** The days of a range as a span of Unix ms. */
export function spanOf(range: { from: string; to: string }, zone: string): Span {
  const days = zoneDays(zone, range.from, range.to)
  return { from: days[0]!.start, to: days.at(-1)!.end }
}

function within(range: ConditionRange, now: Now): Span {
  if ('from' in range) return spanOf(range, now.zone)
  return range.range === 'any' ? ever : spanOf(rangeOf(range.range, now.today), now.zone)
}

function holds(source: Source, one: PeopleCondition, now: Now): Uint8Array {
  if (one.kind === 'group') return peopleWhere(source, one, now) ?? everyone(source)
  if (isDid(one)) return doing(source, one, now)
  const found = having(source, one, within(one.within, now))
  return one.kind === 'has' ? found : inverted(source, found)
}

const isDid = (one: PeopleCondition): one is Did => one.kind === 'did' || one.kind === 'did-not'

function doing(source: Source, one: Did, now: Now): Uint8Array {
  const times =
    one.where.length > 0
      ? timesWhere(source, one, now)
      : timesDone(source, one.event, within(one.within, now))
  const enough = (count: number) =>
    one.count === 'least'
      ? count >= one.times
      : one.count === 'most'
        ? count <= one.times
        : count === one.times
  const found = everyone(source)
  for (let who = 1; who < found.length; who++) if (!enough(times[who] as number)) found[who] = 0
  return one.kind === 'did' ? found : inverted(source, found)
}

function timesWhere(source: Source, one: Did, now: Now): Uint32Array {
  const times = new Uint32Array(source.people)
  const walk = new PersonDays(source, [{ event: one.event, where: one.where }], within(one.within, now))
  walk.walk((who, rows) => {
    times[who]! += rows
  })
  return times
}

/** Everybody that there is, once: numbers that were merged into another are not. */
export function everyone(source: Source): Uint8Array {
  const all = new Uint8Array(source.people).fill(1)
  all[0] = 0
  const canon = source.merges?.canon
  if (canon) for (let who = 1; who < all.length; who++) if (canon[who] !== who) all[who] = 0
  return all
}

function inverted(source: Source, found: Uint8Array): Uint8Array {
  const all = everyone(source)
  for (let who = 0; who < all.length; who++) all[who] = all[who]! & (found[who]! ^ 1)
  return all
}

/** Who ever had a value in the span that passes the test; `none` asks for those who had no value at all. */
function having(source: Source, one: Has, span: Span): Uint8Array {
  if (one.is === 'none') return inverted(source, having(source, { ...one, is: 'any' }, span))
  const test = tester(one)
  const found = new Uint8Array(source.people)
  const canon = source.merges?.canon
  const dayMs = 86_400_000
  for (const event of [...source.events(), ''])
    for (const segment of source.segments(
      event,
      Math.floor(span.from / dayMs),
      Math.floor((span.to - 1) / dayMs),
    )) {
      const column = segment.column(one.property)
      if (!column) continue
      const { person, time } = segment
      const known = new Map<number, boolean>()
      for (let row = 0; row < person.length; row++) {
        const at = segment.day * dayMs + (time[row] as number)
        if (at < span.from || at >= span.to) continue
        const value = column.numbers ? (column.numbers[row] as number) : (column.codes[row] as number)
        if (column.numbers ? Number.isNaN(value) : value === 0) continue
        let passes = known.get(value)
        if (passes === undefined) {
          passes = test(column.numbers ? String(value) : column.text(value))
          known.set(value, passes)
        }
        const number = person[row] as number
        if (passes) found[canon ? (canon[number] as number) : number] = 1
      }
    }
  found[0] = 0
  return found
}

/** Who did all the events of a list, each at or after the one before. Conditions on properties hold beside it. */
function inOrder(source: Source, { conditions }: PeopleFilter, now: Now): Uint8Array {
  const steps = conditions.filter((one): one is Did => one.kind === 'did')
  const beside = conditions.filter(one => one.kind !== 'did')
  const found = peopleWhere(source, { match: 'all', conditions: beside }, now) ?? everyone(source)
  if (steps.length === 0) return found
  const reached = new Uint8Array(source.people)
  const spans = steps.map(one => within(one.within, now))
  const span = { from: Math.min(...spans.map(one => one.from)), to: Math.max(...spans.map(one => one.to)) }
  const walk = new PersonDays(source, steps, span, found)
  walk.walk((who, rows) => {
    for (let i = 0; i < rows; i++) {
      const next = reached[who] as number
      const wanted = spans[next]
      const ms = walk.at[i]! * 1000
      if (wanted && (walk.picks[i]! >>> next) & 1 && ms >= wanted.from && ms < wanted.to)
        reached[who] = next + 1
    }
  })
  for (let who = 0; who < found.length; who++) if (reached[who] !== steps.length) found[who] = 0
  return found
}
