import type { Merges, Source } from '../source'
import type { Lane } from './lane'

/**
 * Notes in each entry of the other lanes which visit it belongs to: the last one of its person that began in the
 * same second or before. Nobody's belong to none. What merged identities repeat in one second is not kept.
 */
export function joinVisits({ people, merges }: Source, visits: Lane, others: readonly Lane[]): void {
  const last = new Uint32Array(people)
  const days = new Set([visits, ...others].flatMap(lane => [...lane.byDay.keys()]))
  for (const on of [...days].sort((a, b) => a - b)) {
    const began = new DayOfVisits(visits, on)
    for (const lane of others)
      for (const { segment, base } of lane.byDay.get(on) ?? [])
        began.join(lane, base, segment.rows, last, merges)
    if (merges) joinMerged(merges, [visits, ...others], on, last)
    began.note(last, merges)
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
  join(lane: Lane, base: number, rows: number, last: Uint32Array, merges: Merges | undefined): void {
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
      if (merges && isMerged(merges, person)) continue
      const today = before >= 0 && visits.raw[before] === person
      const found = today ? before + 1 : (last[person] as number)
      visit[entry] = found !== 0 && visits.keep[found - 1] === 1 ? found : 0
    }
  }

  /** Remembers each person's last visit for the days to come. */
  note(last: Uint32Array, merges: Merges | undefined): void {
    const { visits, order } = this
    for (let i = 0; i < this.length; i++) {
      const entry = order ? (order[i] as number) : this.base + i
      const person = visits.raw[entry] as number
      if (person !== 0 && !(merges && isMerged(merges, person))) last[person] = entry + 1
    }
  }
}

const isMerged = ({ isMerged }: Merges, person: number): boolean =>
  (((isMerged[person >>> 5] as number) >>> person) & 1) === 1

type Aside = { lane: Lane; rank: number; entry: number; who: number; at: number }

/** The same for merged people, whose rows stand in several places: they are few, and sorted. */
function joinMerged(merges: Merges, lanes: readonly Lane[], on: number, last: Uint32Array): void {
  const [visits] = lanes
  const rows: Aside[] = []
  lanes.forEach((lane, rank) => {
    for (const { segment, base } of lane.byDay.get(on) ?? [])
      for (let entry = base; entry < base + segment.rows; entry++) {
        if (!isMerged(merges, lane.raw[entry] as number)) continue
        rows.push({ lane, rank, entry, who: lane.person[entry] as number, at: lane.at[entry] as number })
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
