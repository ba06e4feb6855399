import { daysIn } from '../calendar'
import { type Amounts, amountsOf } from '../kernels/amounts'
import { ever, groupingOf } from '../kernels/attribution'
import { bucketsOf, unitFor } from '../kernels/buckets'
import { peopleWhere } from '../kernels/people-where'
import { PersonDays } from '../kernels/person-days'
import type { Ask } from '../kind'
import type { Source } from '../source'
import { zoneDays } from '../zone-days'
import type { RevenueAnswer, RevenueDefinition, RevenueFigures } from './revenue-query'

export type RevenueAsk = Ask<'revenue', RevenueDefinition>

/** What one customer did to the figures of the range. Times are Unix seconds, 0 for never. */
type Customer = {
  who: number
  total: number
  /** When they first paid in the range. */
  paid: number
  /** Their first payment ever, where that is in the range. */
  gained: number
  /** When they were lost in the range, for the first time. */
  lost: number
  /** Stretches of being a customer: from the first payment to the loss. */
  spells: { from: number; to: number }[]
}

/**
 * Revenue, customers won and lost, and what one is worth (kissmetrics.md, 4.5).
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function revenue(source: Source, ask: RevenueAsk): RevenueAnswer {
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const buckets = bucketsOf(days, unitFor(daysIn(ask.days), ask.definition.by))
  const { amounts, customers } = customersOf(source, ask)
  const series = buckets.days.map(day => ({ day, total: 0, customers: 0, gained: 0, lost: 0 }))
  for (let i = 0; i < amounts.who.length; i++) {
    const bucket = series[buckets.of(amounts.at[i] as number)]
    if (bucket) bucket.total += amounts.value[i] as number
  }
  const ends = series.map((_, at) => startOf(days, series, at + 1))
  for (const { gained, lost, spells } of customers) {
    if (gained) series[buckets.of(gained)]!.gained += 1
    if (lost) series[buckets.of(lost)]!.lost += 1
    series.forEach((bucket, at) => {
      const from = startOf(days, series, at)
      if (spells.some(spell => spell.from < ends[at]! && spell.to >= from)) bucket.customers += 1
    })
  }
  const rates = series.flatMap(one => (one.customers ? [one.lost / one.customers] : []))
  const { segment } = ask.definition
  const segments = segment && bySegment(source, { segment, span, customers })
  return {
    all: figuresOf(customers),
    averageChurn: rates.length ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : null,
    series,
    ...(segments && { segments }),
  }
}

/** Those who paid ("customers"), were won ("gained") or lost ("lost"), in a segment or in all. */
export function revenuePeople(source: Source, ask: RevenueAsk, cell: string, segment?: string): number[] {
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const { customers } = customersOf(source, ask)
  const mine = ask.definition.segment
    ? groupsOf(source, { segment: ask.definition.segment, span, customers })
    : undefined
  return customers.flatMap((one, i) => {
    if (segment !== undefined && mine?.names[mine.of[i] as number] !== segment) return []
    const counts = cell === 'gained' ? one.gained : cell === 'lost' ? one.lost : one.paid
    return counts ? [one.who] : []
  })
}

/** Unix seconds at which a bucket begins; after the last, the range's end. */
function startOf(days: ReturnType<typeof zoneDays>, series: { day: string }[], at: number): number {
  const day = series[at]?.day
  const found = day === undefined ? undefined : days.find(one => one.day === day)
  return (found ? found.start : days.at(-1)!.end) / 1000
}

function customersOf(source: Source, ask: RevenueAsk): { amounts: Amounts; customers: Customer[] } {
  const { property, people, churn, period, lostBy } = ask.definition
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const [from, to] = [days[0]!.start / 1000, days.at(-1)!.end / 1000]
  const only = people && peopleWhere(source, people, ask)
  // What comes after the range decides whether somebody was lost in it.
  const until = { from: ever.from, to: Math.max(ask.now, to * 1000) }
  const amounts = amountsOf(source, property, until, only)
  const ended = churn === 'time' || !lostBy ? undefined : endsOf(source, lostBy, until, only)
  const length = churn === 'event' ? Number.POSITIVE_INFINITY : period * 86_400
  const customers: Customer[] = []
  const { who, at, value } = amounts
  for (let row = 0; row < who.length; ) {
    const person = who[row] as number
    const one: Customer = { who: person, total: 0, paid: 0, gained: 0, lost: 0, spells: [] }
    const payments: number[] = []
    for (; row < who.length && who[row] === person; row++) {
      const when = at[row] as number
      const inRange = when >= from && when < to
      if (inRange) one.total += value[row] as number
      if ((value[row] as number) <= 0) continue
      if (payments.length === 0 && inRange) one.gained = when
      if (inRange && one.paid === 0) one.paid = when
      payments.push(when)
    }
    one.spells = spellsOf(payments, length, ended?.get(person) ?? [])
    const now = ask.now / 1000
    one.lost = one.spells.find(spell => spell.to >= from && spell.to < to && spell.to <= now)?.to ?? 0
    const concerns =
      one.total !== 0 || one.lost || one.spells.some(spell => spell.from < to && spell.to >= from)
    if (concerns) customers.push(one)
  }
  return { amounts, customers }
}

/** From payments (above zero, in order) and endings, when somebody was a customer. */
function spellsOf(payments: number[], length: number, ends: number[]): Customer['spells'] {
  const spells: Customer['spells'] = []
  for (const at of payments) {
    const end = ends.find(one => one > at) ?? Number.POSITIVE_INFINITY
    const to = Math.min(at + length, end)
    const last = spells.at(-1)
    // A payment on the last second of the period still keeps them.
    if (last && at <= last.to) last.to = Math.max(to, Math.min(last.to, end))
    else spells.push({ from: at, to })
  }
  return spells
}

function endsOf(
  source: Source,
  lostBy: NonNullable<RevenueDefinition['lostBy']>,
  span: { from: number; to: number },
  only: Uint8Array | undefined,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const walk = new PersonDays(source, [lostBy], span, only)
  walk.walk((who, rows) => {
    const mine = found.get(who) ?? []
    found.set(who, mine)
    for (let i = 0; i < rows; i++) mine.push(walk.at[i] as number)
  })
  return found
}

function figuresOf(customers: readonly Customer[]): RevenueFigures {
  const total = customers.reduce((sum, one) => sum + one.total, 0)
  const paying = customers.filter(one => one.paid).length
  const lost = customers.filter(one => one.lost).length
  return {
    total,
    customers: paying,
    gained: customers.filter(one => one.gained).length,
    lost,
    average: paying ? total / paying : null,
    churn: paying ? lost / paying : null,
    lifetime: lost ? total / lost : null,
  }
}

type Segmented = {
  segment: NonNullable<RevenueDefinition['segment']>
  span: { from: number; to: number }
  customers: Customer[]
}

function groupsOf(source: Source, { segment, span, customers }: Segmented) {
  const wanted = new Uint8Array(source.people)
  for (const { who } of customers) wanted[who] = 1
  const grouping = groupingOf(source, segment, span, wanted)
  const of = customers.map(one => grouping.of(one.who, one.paid || one.spells[0]?.from || 0))
  return { of, names: grouping.names() }
}

function bySegment(source: Source, segmented: Segmented): RevenueAnswer['segments'] {
  const { of, names } = groupsOf(source, segmented)
  const groups = new Map<number, Customer[]>()
  segmented.customers.forEach((one, i) => {
    const mine = groups.get(of[i] as number) ?? []
    groups.set(of[i] as number, mine)
    mine.push(one)
  })
  return [...groups]
    .map(([group, mine]) => ({ name: names[group] as string, ...figuresOf(mine) }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
}
