import type { OverviewRow } from './overview-query'
import type { Labelled } from './visit-table'

/** Entries that count, in the order of their people; `person` and `keep` are by entry. */
export type Ordered = { person: Uint32Array; keep: Uint8Array; order: Uint32Array }

/** Entries that count in the order of their person's number, by counting. */
export function byPerson(person: Uint32Array, keep: Uint8Array, people: number): Uint32Array {
  const start = new Uint32Array(people + 1)
  let total = 0
  for (let i = 0; i < person.length; i++) {
    const kept = keep[i] as number
    start[(person[i] as number) + 1]! += kept
    total += kept
  }
  for (let who = 0; who < people; who++) start[who + 1]! += start[who] as number
  const order = new Uint32Array(total)
  for (let i = 0; i < person.length; i++) if (keep[i] === 1) order[start[person[i] as number]!++] = i
  return order
}

/** What is summed of each entry, beside the entry itself. */
export type Measures = { bounced: Uint8Array; seconds: Float64Array }

/** Counts entries and distinct people by what each entry is shown as. Nobody (person 0) counts in times only. */
export function breakdown(
  { labels: { texts }, numbers }: Labelled,
  { person, order }: Ordered,
  measures?: Measures,
): OverviewRow[] {
  const size = texts.length
  const times = new Uint32Array(size)
  const visitors = new Uint32Array(size)
  const last = new Uint32Array(size)
  const bounces = new Uint32Array(size)
  const seconds = new Float64Array(size)
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] as number
    const number = numbers[entry] as number
    const who = person[entry] as number
    times[number]! += 1
    visitors[number]! += Number(last[number] !== who)
    last[number] = who
    if (!measures) continue
    bounces[number]! += measures.bounced[entry] as number
    seconds[number]! += measures.seconds[entry] as number
  }
  const rows: OverviewRow[] = []
  for (let number = 0; number < size; number++) {
    if (times[number] === 0) continue
    rows.push({
      value: texts[number] as string,
      visitors: visitors[number] as number,
      times: times[number] as number,
      bounces: bounces[number] as number,
      seconds: Math.round(seconds[number] as number),
    })
  }
  return rows.sort((a, b) => b.visitors - a.visitors || b.times - a.times || (a.value < b.value ? -1 : 1))
}
