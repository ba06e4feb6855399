import type { Merges, Source } from '../source'
import type { Lane } from './lane'

/**
 * Notes in each entry of the other lanes which visit it belongs to: the last one of its person that began in the
 * same second or before. Nobody's belong to none. What merged identities repeat in one second is not kept.
 */
export function joinVisits({ people, merges }: Source, visits: Lane, others: readonly Lane[]): void {
  const last = new Uint32Array(people)
  const rivals = merges && new Rivals(merges, people)
  const days = new Set([visits, ...others].flatMap(lane => [...lane.byDay.keys()]))
  for (const on of [...days].sort((a, b) => a - b)) {
    const began = new DayOfVisits(visits, on)
    const apart = rivals?.on(on, [visits, ...others])
    for (const lane of others)
      for (const { segment, base } of lane.byDay.get(on) ?? [])
        began.join(lane, base, segment.rows, last, apart)
    if (apart) joinMerged(apart, [visits, ...others], on, last)
    began.note(last, apart)
  }
}

/** The visits of a UTC day, by person and time. */
class DayOfVisits {
  private readonly base: number
  private readonly length: number
  private readonly order: Uint32Array | undefined

  constructor(
    private readonly visits: Lane,
    on: number,
  ) {
    const blocks = visits.byDay.get(on) ?? []
    this.base = blocks[0]?.base ?? 0
    this.length = blocks.reduce((sum, { segment }) => sum + segment.rows, 0)
    if (blocks.length < 2) return
    const { raw, at } = visits
    const entries = Uint32Array.from({ length: this.length }, (_, i) => this.base + i)
    this.order = entries.sort((a, b) => raw[a]! - raw[b]! || at[a]! - at[b]!)
  }

  /** Walks a segment, which is by person and time too, alongside. */
  join(lane: Lane, base: number, rows: number, last: Uint32Array, apart: Apart | undefined): void {
    const { visits, order, length } = this
    const { raw, at, visit } = lane
    let next = 0
    for (let entry = base; entry < base + rows; entry++) {
      const person = raw[entry] as number
      const when = at[entry] as number
      if (person === 0) continue
      for (; next < length; next++) {
        const one = order ? (order[next] as number) : this.base + next
        const other = visits.raw[one] as number
        if (other > person || (other === person && (visits.at[one] as number) > when)) break
      }
      const before = next === 0 ? -1 : order ? (order[next - 1] as number) : this.base + next - 1
      const who = lane.person[entry] as number
      if (apart?.has(who)) continue
      const today = before >= 0 && visits.raw[before] === person
      const found = today ? before + 1 : (last[who] as number)
      visit[entry] = found !== 0 && visits.keep[found - 1] === 1 ? found : 0
    }
  }

  /** Remembers each person's last visit for the days to come. */
  note(last: Uint32Array, apart: Apart | undefined): void {
    const { visits, order } = this
    for (let i = 0; i < this.length; i++) {
      const entry = order ? (order[i] as number) : this.base + i
      const who = visits.person[entry] as number
      if (who !== 0 && !apart?.has(who)) last[who] = entry + 1
    }
  }
}

/** People of whom several identities were seen on a day: their rows stand in several places. */
type Apart = ReadonlySet<number>

/** Finds them; arrays by person that are never cleared, because each day is a new period. */
class Rivals {
  private period = 0
  private readonly seen: Uint32Array
  private readonly member: Uint32Array

  constructor(
    private readonly merges: Merges,
    people: number,
  ) {
    this.seen = new Uint32Array(people)
    this.member = new Uint32Array(people)
  }

  on(day: number, lanes: readonly Lane[]): Apart | undefined {
    const { seen, member } = this
    const { isMerged } = this.merges
    const period = ++this.period
    const found = new Set<number>()
    for (const { byDay, raw, person } of lanes)
      for (const { segment, base } of byDay.get(day) ?? [])
        for (let entry = base; entry < base + segment.rows; entry++) {
          const one = raw[entry] as number
          if ((((isMerged[one >>> 5] as number) >>> one) & 1) === 0) continue
          const who = person[entry] as number
          if (seen[who] !== period) {
            seen[who] = period
            member[who] = one
          } else if (member[who] !== one) found.add(who)
        }
    return found.size ? found : undefined
  }
}

type Aside = { lane: Lane; rank: number; entry: number; who: number; at: number }

/** The same for those people: they are few, and sorted. */
function joinMerged(apart: Apart, lanes: readonly Lane[], on: number, last: Uint32Array): void {
  const [visits] = lanes
  const rows: Aside[] = []
  lanes.forEach((lane, rank) => {
    for (const { segment, base } of lane.byDay.get(on) ?? [])
      for (let entry = base; entry < base + segment.rows; entry++) {
        const who = lane.person[entry] as number
        if (apart.has(who)) rows.push({ lane, rank, entry, who, at: lane.at[entry] as number })
      }
  })
  rows.sort((a, b) => a.who - b.who || a.at - b.at || a.rank - b.rank)
  let before: Aside | undefined
  for (const row of rows) {
    const { lane, entry, who, at } = row
    if (before && before.lane === lane && before.who === who && before.at === at) lane.keep[entry] = 0
    else if (lane === visits) last[who] = entry + 1
    else {
      const found = last[who] as number
      lane.visit[entry] = found !== 0 && visits?.keep[found - 1] === 1 ? found : 0
    }
    before = row
  }
}
