import type { Stretch } from './by-day'
import type { Merges } from './source'

/** Stands for a member when more than one was seen. */
const several = 0

/**
 * Finds events that merged identities repeat: what one member of a person reported, another reported in the
 * same second. Only members that were active in the same days can, and those are few.
 */
export class Repeats {
  private period = 0
  /** Of a merged person, the last period that it was seen in, and the member that was seen. */
  private readonly seen: Uint32Array
  private readonly member: Uint32Array
  /** Members of people of whom several were seen in the period. */
  private readonly rivals = new Set<number>()

  constructor(
    private readonly merges: Merges,
    people: number,
  ) {
    this.seen = new Uint32Array(people)
    this.member = new Uint32Array(people)
  }

  /** How many of the stretches' events, all of one name, are repeats. */
  count(stretches: readonly Stretch[]): number {
    this.period += 1
    this.rivals.clear()
    for (const { segments } of stretches) for (const { person } of segments) this.findRivals(person)
    return this.rivals.size ? this.countAmongRivals(stretches) : 0
  }

  private findRivals(persons: Uint32Array): void {
    const { canon, isMerged } = this.merges
    const { seen, member, period, rivals } = this
    for (let i = 0; i < persons.length; i++) {
      const person = persons[i] as number
      if ((((isMerged[person >>> 5] as number) >>> person) & 1) === 0) continue
      const who = canon[person] as number
      if (seen[who] !== period) {
        seen[who] = period
        member[who] = person
      } else if (member[who] !== person) {
        if (member[who] !== several) rivals.add(member[who] as number)
        rivals.add(person)
        member[who] = several
      }
    }
  }

  private countAmongRivals(stretches: readonly Stretch[]): number {
    const { canon } = this.merges
    const members = Uint32Array.from(this.rivals).sort()
    const distinct = new Set<number>()
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
            distinct.add((canon[member] as number) * 2 ** 18 + secondOf(day, at))
          }
        }
      }
    }
    return events - distinct.size
  }
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
