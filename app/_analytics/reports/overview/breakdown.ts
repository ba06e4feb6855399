import type { OverviewRow } from './overview-query'

/** Entries in the order of their person's number, by counting. */
export function byPerson(person: Uint32Array, people: number): Uint32Array {
  const start = new Uint32Array(people + 1)
  for (let i = 0; i < person.length; i++) start[(person[i] as number) + 1]! += 1
  for (let who = 0; who < people; who++) start[who + 1]! += start[who] as number
  const order = new Uint32Array(person.length)
  for (let i = 0; i < person.length; i++) order[start[person[i] as number]!++] = i
  return order
}

/** What is summed of each entry, beside the entry itself. */
export type Measures = { bounced: Uint8Array; seconds: Float64Array }

/**
 * Counts entries and distinct people by a number that each entry has. Nobody (person 0) counts in times only.
 * @param order the entries by person
 * @param keep entries whose byte is 0 are left out
 */
export function breakdown(
  numbers: Uint32Array,
  labels: readonly string[],
  person: Uint32Array,
  order: Uint32Array,
  keep: Uint8Array | undefined,
  measures?: Measures,
): OverviewRow[] {
  const size = labels.length
  const times = new Uint32Array(size)
  const visitors = new Uint32Array(size)
  const last = new Uint32Array(size)
  const bounces = new Uint32Array(size)
  const seconds = new Float64Array(size)
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] as number
    if (keep && keep[entry] === 0) continue
    const number = numbers[entry] as number
    const who = person[entry] as number
    times[number]! += 1
    if (last[number] !== who) {
      last[number] = who
      visitors[number]! += 1
    }
    if (!measures) continue
    bounces[number]! += measures.bounced[entry] as number
    seconds[number]! += measures.seconds[entry] as number
  }
  const rows: OverviewRow[] = []
  for (let number = 0; number < size; number++) {
    if (times[number] === 0) continue
    rows.push({
      value: labels[number] as string,
      visitors: visitors[number] as number,
      times: times[number] as number,
      bounces: bounces[number] as number,
      seconds: Math.round(seconds[number] as number),
    })
  }
  return rows.sort((a, b) => b.visitors - a.visitors || b.times - a.times || (a.value < b.value ? -1 : 1))
}
