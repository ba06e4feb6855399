import type { Stretch } from './people-counter'

/**
 * How many events of merged people are repeats: another member reported one in the same second.
 * @param rivals the members to look at; all others are taken to have nobody to repeat
 */
export function countRepeats(
  stretches: readonly Stretch[],
  canon: Uint32Array,
  rivals: ReadonlySet<number>,
): number {
  const members = Uint32Array.from(rivals).sort()
  const seen = new Set<number>()
  let events = 0
  for (const { segments, from, to } of stretches) {
    for (const { day, person, time } of segments) {
      let row = 0
      for (const member of members) {
        row = seek(person, member, row)
        for (; person[row] === member; row++) {
          const at = time[row] as number
          if (at < from || at >= to) continue
          events += 1
          seen.add((canon[member] as number) * 2 ** 18 + secondOf(day, at))
        }
      }
    }
  }
  return events - seen.size
}

/** A second that is unique among those of two neighbouring days, below 2^18. */
const secondOf = (day: number, time: number) => (day & 1) * 86_400 + Math.floor(time / 1000)

/** The first row from `row` on whose person is not smaller, in steps that double and then halve. */
function seek(persons: Uint32Array, person: number, row: number): number {
  let step = 1
  while (row + step < persons.length && (persons[row + step] as number) < person) step *= 2
  let low = row
  let high = Math.min(row + step, persons.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((persons[middle] as number) < person) low = middle + 1
    else high = middle
  }
  return low
}
