import { growingU32 } from '../../store/growing'
import { groupingOf } from '../kernels/attribution'
import { bucketsOf } from '../kernels/buckets'
import { peopleWhere } from '../kernels/people-where'
import { PersonDays } from '../kernels/person-days'
import type { Ask } from '../kind'
import type { Source } from '../source'
import { zoneDays } from '../zone-days'
import { type CohortAnswer, type CohortDefinition, lengths } from './cohort-query'

export type CohortAsk = Ask<'cohort', CohortDefinition>

/**
 * Who came back, by when they began or by a property (kissmetrics.md, 4.3). Everybody is in one cohort, that of
 * their first event 1 in the range; event 2 counts at or after it, up to now, in buckets of everybody's own time.
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function cohort(source: Source, ask: CohortAsk): CohortAnswer {
  const { count, sum, buckets } = ask.definition
  const { began, seen, times } = returns(source, ask)
  const { of, names } = cohortsOf(source, ask, began)
  const found = names.map(() => ({ people: 0, cells: new Array<number>(buckets).fill(0), last: 0 }))
  const overall = { people: new Array<number>(buckets).fill(0), cells: new Array<number>(buckets).fill(0) }
  const length = lengths[ask.definition.length]
  const now = ask.now / 1000
  const over = (who: number) => Math.floor((now - (began[who] as number)) / length)
  const add = (who: number, bucket: number) => {
    found[of[who] as number]!.cells[bucket]! += 1
    if (bucket < over(who)) overall.cells[bucket]! += 1
  }
  for (let who = 1; who < began.length; who++) {
    const at = began[who] as number
    if (at === 0) continue
    const mine = found[of[who] as number]!
    mine.people += 1
    mine.last = Math.max(mine.last, at)
    for (let bucket = 0; bucket < Math.min(over(who), buckets); bucket++) overall.people[bucket]! += 1
    if (count !== 'times')
      for (const bucket of bucketsIn(seen[who] as number, count, buckets, sum)) add(who, bucket)
  }
  if (count === 'times')
    times.who.values.forEach((who, i) => {
      const bucket = times.bucket.values[i] as number
      for (let later = bucket; later < (sum ? buckets : bucket + 1); later++) add(who, later)
    })
  const cohorts = found.flatMap(({ people, cells, last }, at) => {
    if (people === 0) return []
    const complete = Math.max(0, Math.min(buckets, Math.floor((now - last) / length)))
    const first = Math.floor((now - Math.min(last, now)) / length)
    const known = cells.map((cell, bucket) => (cell === 0 && bucket > first ? null : cell))
    return [{ name: names[at] as string, people, cells: known, complete }]
  })
  if (ask.definition.segment) cohorts.sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
  return { cohorts, people: cohorts.reduce((all, one) => all + one.people, 0), overall }
}

/** Everybody of a cohort ("people") or those counted in one of its buckets ("back.3"); all cohorts without one. */
export function cohortPeople(source: Source, ask: CohortAsk, cell: string, name?: string): number[] {
  const { count, sum, buckets } = ask.definition
  const { began, seen } = returns(source, ask)
  const { of, names } = cohortsOf(source, ask, began)
  const wanted = cell === 'people' ? undefined : Number(cell.split('.')[1]) - 1
  const people: number[] = []
  for (let who = 1; who < began.length; who++) {
    if (began[who] === 0 || (name !== undefined && names[of[who] as number] !== name)) continue
    const how = count === 'times' ? 'people' : count
    const mine = wanted === undefined || bucketsIn(seen[who] as number, how, buckets, sum).includes(wanted)
    if (mine) people.push(who)
  }
  return people
}

/** In which buckets a person counts who was seen in some. */
function bucketsIn(seen: number, count: CohortDefinition['count'], buckets: number, sum: boolean): number[] {
  if (seen === 0) return []
  const all = Array.from({ length: buckets }, (_, bucket) => bucket)
  const first = Math.log2(seen & -seen)
  const last = 31 - Math.clz32(seen)
  if (count === 'rolling') return all.filter(bucket => bucket <= last)
  if (sum) return all.filter(bucket => bucket >= first)
  return count === 'first' ? [first] : all.filter(bucket => (seen >>> bucket) & 1)
}

/** When everybody began (Unix seconds, 0 for those who did not), and in which buckets they came back. */
function returns(source: Source, ask: CohortAsk) {
  const { first, second = first, people, length: unit, buckets, count } = ask.definition
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  const end = days.at(-1)!.end / 1000
  const only = people && peopleWhere(source, people, ask)
  const span = { from: days[0]!.start, to: Math.max(ask.now, days.at(-1)!.end) }
  const walk = new PersonDays(source, [first, second], span, only)
  const length = lengths[unit]
  const began = new Uint32Array(source.people)
  const seen = new Uint32Array(source.people)
  const times = { who: growingU32(), bucket: growingU32() }
  walk.walk((who, rows) => {
    for (let i = 0; i < rows; i++) {
      const at = walk.at[i] as number
      const picks = walk.picks[i] as number
      const start = began[who] as number
      if (start === 0) {
        // What begins is not a return, even where it is the same event.
        if (picks & 1 && at < end) began[who] = at
      } else if (picks & 2) {
        const bucket = Math.floor((at - start) / length)
        if (bucket >= buckets) continue
        seen[who]! |= 1 << bucket
        if (count !== 'times') continue
        times.who.push(who)
        times.bucket.push(bucket)
      }
    }
  })
  return { began, seen, times }
}

function cohortsOf(source: Source, ask: CohortAsk, began: Uint32Array): { of: Uint32Array; names: string[] } {
  const { segment, by } = ask.definition
  const days = zoneDays(ask.zone, ask.days.from, ask.days.to)
  if (!segment) {
    const buckets = bucketsOf(days, by)
    return { of: began.map(at => (at === 0 ? 0 : buckets.of(at))), names: buckets.days }
  }
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const wanted = Uint8Array.from(began, at => Number(at !== 0))
  const grouping = groupingOf(source, segment, span, wanted)
  const of = began.map((at, who) => (at === 0 ? 0 : grouping.of(who, at)))
  return { of, names: grouping.names() }
}
