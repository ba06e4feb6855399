import { daysIn } from '../calendar'
import { groupingOf } from '../kernels/attribution'
import { bucketsOf, unitFor } from '../kernels/buckets'
import { peopleWhere } from '../kernels/people-where'
import { PersonDays, type Span } from '../kernels/person-days'
import type { Ask } from '../kind'
import type { Source } from '../source'
import { zoneDays } from '../zone-days'
import type { Figure, MetricsAnswer, MetricsDefinition } from './metrics-query'
import { type Parts, partsOf } from './parts'

export type MetricsAsk = Ask<'metrics', MetricsDefinition>

/**
 * One figure over a range, over time, and by segment (kissmetrics.md, 4.1).
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function metrics(source: Source, ask: MetricsAsk): MetricsAnswer {
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const { parts, base } = read(source, ask, span)
  const buckets = bucketsOf(days, unitFor(daysIn(ask.days), ask.definition.by))
  const all = new Array<number>(parts.who.length)
  const byBucket: number[][] = buckets.days.map(() => [])
  for (let i = 0; i < all.length; i++) {
    all[i] = i
    byBucket[buckets.of(parts.at.values[i] as number)]?.push(i)
  }
  const sums = new Sums(source, ask.definition, parts, base)
  const series = buckets.days.map((day, at) => ({ day, value: sums.figure(byBucket[at]!).value }))
  const known = series.flatMap(one => (one.value === null ? [] : [one.value]))
  const groups = groupsOf(source, ask, span, parts)
  const histogram = histogramOf(source, ask.definition, parts)
  return {
    total: sums.figure(all),
    series,
    lowest: known.length ? known.reduce((a, b) => Math.min(a, b)) : null,
    highest: known.length ? known.reduce((a, b) => Math.max(a, b)) : null,
    ...(histogram && { histogram }),
    ...(groups && {
      segments: groups
        .map(({ name, parts: mine }) => ({ name, ...sums.figure(mine) }))
        .sort((a, b) => b.of - a.of || b.sum - a.sum || (a.name < b.name ? -1 : 1)),
    }),
  }
}

/** Everybody who is part of the figure ("all"), or who converted ("converted"), in a segment or in all. */
export function metricsPeople(source: Source, ask: MetricsAsk, cell: string, segment?: string): number[] {
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const { parts } = read(source, ask, span)
  const mine =
    segment === undefined
      ? parts.who.values.keys()
      : (groupsOf(source, ask, span, parts)?.find(one => one.name === segment)?.parts ?? [])
  const people = new Set<number>()
  for (const i of mine)
    if (cell !== 'converted' || (parts.sum.values[i] as number) > 0) people.add(parts.who.values[i] as number)
  people.delete(0)
  return [...people]
}

/** The parts, and over how many people an average is taken where that is not those of the parts. */
function read(source: Source, ask: MetricsAsk, span: Span): { parts: Parts; base?: number } {
  const { people, calculation, among, first, per } = ask.definition
  let only = people && peopleWhere(source, people, ask)
  if (calculation !== 'average-value' || among === 'with')
    return { parts: partsOf(source, ask.definition, span, only) }
  const picked = among === 'event' && first ? [first] : source.events().map(event => ({ event, where: [] }))
  const there = new Uint8Array(source.people)
  // A walk takes 31 picks; who did anything at all is found event by event.
  for (const one of picked)
    new PersonDays(source, [one], span, only).walk(who => {
      there[who] = 1
    })
  only = there
  const parts = partsOf(source, ask.definition, span, only)
  return { parts, ...(per === 'person' && { base: there.reduce((sum, one) => sum + one, 0) }) }
}

/** Adds parts up to figures. */
class Sums {
  private readonly seen: Uint32Array
  private round = 0

  constructor(
    source: Source,
    private readonly definition: MetricsDefinition,
    private readonly parts: Parts,
    /** People that an average is over, where it is not those who have a part. */
    private readonly base: number | undefined,
  ) {
    this.seen = new Uint32Array(source.people)
  }

  figure(mine: Iterable<number>): Figure {
    this.round += 1
    const { who, sum, of } = this.parts
    let [total, count, people] = [0, 0, 0]
    for (const i of mine) {
      total += sum.values[i] as number
      count += of.values[i] as number
      const one = who.values[i] as number
      if (one === 0 || this.seen[one] === this.round) continue
      this.seen[one] = this.round
      people += 1
    }
    const { calculation, per } = this.definition
    if (calculation === 'people') return { value: people, sum: people, of: people, people }
    if (calculation === 'times' || calculation === 'total')
      return { value: total, sum: total, of: count, people }
    const perPerson = calculation === 'average' || (calculation === 'average-value' && per === 'person')
    const below = perPerson ? (this.base ?? people) : count
    return { value: below === 0 ? null : total / below, sum: total, of: below, people }
  }
}

function groupsOf(
  source: Source,
  ask: MetricsAsk,
  span: Span,
  parts: Parts,
): { name: string; parts: number[] }[] | undefined {
  const { segment, calculation } = ask.definition
  if (!segment) return undefined
  const wanted = new Uint8Array(source.people)
  const who = parts.who.values
  for (const one of who) wanted[one] = 1
  const grouping = groupingOf(source, segment, span, wanted)
  const found = new Map<number, number[]>()
  const pairs = calculation === 'convert-once' || calculation === 'time-between'
  for (let i = 0; i < who.length; i++) {
    if (who[i] === 0) continue
    const group = grouping.of(who[i] as number, parts.at.values[i] as number)
    const other = parts.before.values[i] as number
    // Both events must have the same value, else the person is left out (kissmetrics.md, 4.1).
    if (pairs && segment.mode === 'event' && other !== 0 && grouping.of(who[i] as number, other) !== group)
      continue
    const mine = found.get(group) ?? []
    found.set(group, mine)
    mine.push(i)
  }
  const names = grouping.names()
  return [...found].map(([group, mine]) => ({ name: names[group] as string, parts: mine }))
}

const bars = 20

/** How people are spread over what each of them has; not for numbers of people and conversions. */
function histogramOf(
  source: Source,
  { calculation, per }: MetricsDefinition,
  parts: Parts,
): MetricsAnswer['histogram'] {
  if (calculation === 'people' || calculation.startsWith('convert')) return undefined
  const sum = new Float64Array(source.people)
  const of = new Float64Array(source.people)
  const who = parts.who.values
  for (let i = 0; i < who.length; i++) {
    sum[who[i] as number]! += parts.sum.values[i] as number
    of[who[i] as number]! += parts.of.values[i] as number
  }
  const divided = calculation === 'time-between' || calculation === 'times-before' || per === 'value'
  const values: number[] = []
  for (let one = 1; one < sum.length; one++)
    if (of[one] !== 0) values.push(divided ? sum[one]! / of[one]! : sum[one]!)
  if (values.length === 0) return []
  values.sort((a, b) => a - b)
  const [low, high] = [values[0]!, values[Math.max(0, Math.ceil(values.length * 0.98) - 1)]!]
  const step = niceStep((high - low) / bars)
  const begin = Math.floor(low / step) * step
  const count = Math.min(bars + 2, Math.floor((high - begin) / step) + 1)
  const counts = new Array<number>(count).fill(0)
  for (const value of values) counts[Math.min(count - 1, Math.floor((value - begin) / step))]! += 1
  return counts.map((people, at) => {
    return {
      from: begin + at * step,
      to: at === count - 1 ? values.at(-1)! : begin + (at + 1) * step,
      people,
    }
  })
}

/** The next of 1, 2 and 5 times a power of ten. */
function niceStep(rough: number): number {
  if (rough <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5, 10].find(by => by * power >= rough) ?? 10) * power
}
