import { certainty } from '../certainty'
import { groupingOf } from '../kernels/attribution'
import { peopleWhere } from '../kernels/people-where'
import { PersonDays } from '../kernels/person-days'
import { quantiles } from '../kernels/quantile'
import { zoneIndex } from '../kernels/zone-index'
import type { Ask } from '../kind'
import type { Source } from '../source'
import { zoneDays } from '../zone-days'
import { type FunnelAnswer, type FunnelDefinition, type FunnelSegment, windowUnits } from './funnel-query'
import { EveryWay, Furthest, lastOfEachDay, Reached, type Rows, type Rules, skipping } from './ways'

export type FunnelAsk = Ask<'funnel', FunnelDefinition>

/**
 * How far people came through a list of events (kissmetrics.md, 4.2).
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function funnel(source: Source, ask: FunnelAsk): FunnelAnswer {
  const { steps } = ask.definition
  const reached = reachedBy(source, ask)
  const length = steps.length
  const counts = countsOf(reached)
  const groups = groupsOf(source, ask, reached)
  return {
    steps: steps.map(({ event }, step) => {
      const [median = null, slow = null] = step === 0 ? [] : quantiles(secondsTo(reached, step), [0.5, 0.9])
      return { event, reached: counts[step] as number, median, slow }
    }),
    overall: quantiles(secondsOver(reached, length), [0.5])[0] ?? null,
    trend: trendOf(ask, reached),
    ...(groups && { segments: segmentsOf(reached, groups, counts) }),
  }
}

/** Those who reached a step ("reached.2") or reached it and not the next ("lost.2"), in a segment or in all. */
export function funnelPeople(source: Source, ask: FunnelAsk, cell: string, segment?: string): number[] {
  const reached = reachedBy(source, ask)
  const [what, number] = cell.split('.')
  const step = Number(number) - 1
  const groups = segment === undefined ? undefined : groupsOf(source, ask, reached)
  const steps = reached.steps.values
  const people = new Set<number>()
  for (let i = 0; i < steps.length; i++) {
    const mine = steps[i] as number
    if (((mine >>> step) & 1) === 0 || (what === 'lost' && (mine >>> (step + 1)) & 1)) continue
    if (groups && groups.names[groups.of[i] as number] !== segment) continue
    people.add(reached.who.values[i] as number)
  }
  return [...people]
}

function reachedBy(source: Source, ask: FunnelAsk): Reached {
  const { steps, without, window, unit, skip, counting, of, people } = ask.definition
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const only = people && peopleWhere(source, people, ask)
  const walk = new PersonDays(source, [...steps, ...without], span, only)
  const length = steps.length
  const rules: Rules = {
    length,
    window: window === undefined ? undefined : window * windowUnits[unit],
    ends: without.length > 0,
  }
  const stepBits = 2 ** length - 1
  // However many events end a way, one bit says that one of them happened.
  const folded = (picks: number) => (picks > stepBits ? (picks & stepBits) | (1 << length) : picks)
  const machine = () =>
    of === 'ways' ? new EveryWay(rules, source.people) : new Furthest(rules, source.people)
  if (!skip && counting === 'every') {
    const ways = machine()
    walk.walk((who, rows) => {
      for (let i = 0; i < rows; i++) ways.feed(who, walk.at[i] as number, folded(walk.picks[i] as number))
    })
    return ways.all()
  }
  const dayOf = zoneIndex(days)
  const ways = machine()
  const skipped = new Reached(length)
  for (const [who, all] of rowsByPerson(walk, folded)) {
    const rows = counting === 'daily' ? lastOfEachDay(all, length, dayOf) : all
    if (skip) {
      const { steps, at } = skipping(rows, rules)
      if (steps) skipped.add(who, steps, at)
    } else for (let i = 0; i < rows.at.length; i++) ways.feed(who, rows.at[i]!, rows.picks[i]!)
  }
  return skip ? skipped : ways.all()
}

function rowsByPerson(walk: PersonDays, folded: (picks: number) => number): Map<number, Rows> {
  const found = new Map<number, Rows>()
  walk.walk((who, rows) => {
    const mine = found.get(who) ?? { at: [], picks: [] }
    found.set(who, mine)
    for (let i = 0; i < rows; i++) {
      mine.at.push(walk.at[i] as number)
      mine.picks.push(folded(walk.picks[i] as number))
    }
  })
  return found
}

function countsOf({ steps, length }: Reached): number[] {
  const counts = new Array<number>(length).fill(0)
  for (const mine of steps.values)
    for (let step = 0; step < length; step++) if ((mine >>> step) & 1) counts[step]! += 1
  return counts
}

/** Seconds from the step before, of those who reached both. */
function secondsTo(reached: Reached, step: number): Uint32Array {
  return between(reached, step - 1, step)
}

const secondsOver = (reached: Reached, length: number) => between(reached, 0, length - 1)

function between({ at, length }: Reached, first: number, second: number): Uint32Array {
  const found = new Uint32Array(at.length / length)
  let count = 0
  for (let row = 0; row < at.length; row += length) {
    const [from, to] = [at[row + first] as number, at[row + second] as number]
    if (from !== 0 && to !== 0) found[count++] = to - from
  }
  return found.subarray(0, count)
}

function trendOf(ask: FunnelAsk, reached: Reached): FunnelAnswer['trend'] {
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const indexOf = zoneIndex(days)
  const trend = days.map(({ day }) => ({ day, started: 0, finished: 0 }))
  const { at, length } = reached
  for (let row = 0; row < at.length; row += length) {
    const began = at[row] as number
    const entry = began === 0 ? undefined : trend[indexOf(began)]
    if (!entry) continue
    entry.started += 1
    if (at[row + length - 1] !== 0) entry.finished += 1
  }
  return trend
}

/** The segment of each row of what was reached. */
type Groups = { of: Uint32Array; names: string[] }

function groupsOf(source: Source, ask: FunnelAsk, reached: Reached): Groups | undefined {
  const { segment, segmentStep } = ask.definition
  if (!segment) return undefined
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const wanted = new Uint8Array(source.people)
  const who = reached.who.values
  for (const one of who) wanted[one] = 1
  const grouping = groupingOf(source, segment, span, wanted)
  const { at, length } = reached
  const decides = Math.min(segmentStep, length) - 1
  const of = who.map((one, row) => {
    let when = at[row * length + decides] as number
    // Who did not come to the step that decides is put by the last one they came to.
    for (let step = length - 1; step >= 0 && when === 0; step--) when = at[row * length + step] as number
    return grouping.of(one, when)
  })
  return { of, names: grouping.names() }
}

function segmentsOf(reached: Reached, { of, names }: Groups, totals: number[]): FunnelSegment[] {
  const { length } = reached
  const counts = names.map(() => new Array<number>(length).fill(0))
  reached.steps.values.forEach((mine, row) => {
    const count = counts[of[row] as number] as number[]
    for (let step = 0; step < length; step++) if ((mine >>> step) & 1) count[step]! += 1
  })
  const [everybody = 0, finished = 0] = [totals[0], totals[length - 1]]
  return counts
    .map((mine, at) => {
      const [people = 0, conversions = 0] = [mine[0], mine[length - 1]]
      const others = { people: everybody - people, conversions: finished - conversions }
      return { name: names[at] as string, reached: mine, certainty: sure({ people, conversions }, others) }
    })
    .filter(one => one.reached.some(count => count > 0))
    .sort((a, b) => b.reached[0]! - a.reached[0]! || (a.name < b.name ? -1 : 1))
}

/** Nothing is said where one side is too small for the approximation to hold: fewer than five of either kind. */
function sure(mine: Parameters<typeof certainty>[0], others: Parameters<typeof certainty>[0]): number | null {
  for (const { people, conversions } of [mine, others])
    if (conversions < 5 || people - conversions < 5) return null
  return certainty(mine, others)
}
