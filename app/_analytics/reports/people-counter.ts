import { day } from '@/_platform/clock'
import type { Stretch } from './by-day'
import { Repeats } from './repeats'
import type { Merges, Segment, Source } from './source'

/**
 * Counts events and the people behind them, period by period, in one pass over the person column. For each
 * person it notes the last period it was seen in, so nothing is ever cleared between periods.
 */
export class PeopleCounter {
  /** Distinct people over all periods so far. */
  people = 0
  private period = 0
  private readonly seen: Uint32Array
  private readonly merges: Merges | undefined
  private readonly repeats: Repeats | undefined
  private scratch = new Uint32Array()

  constructor({ people, merges }: Source) {
    this.seen = new Uint32Array(people)
    this.merges = merges
    this.repeats = merges && new Repeats(merges, people)
  }

  /**
   * Counts the next period of one event. What merged identities repeat in the same second counts once.
   * @returns events, and distinct people within the period
   */
  count(stretches: readonly Stretch[]): { count: number; people: number } {
    this.period += 1
    let count = 0
    let people = 0
    for (const { segments, from, to } of stretches) {
      for (const segment of segments) {
        const persons = from <= 0 && to >= day ? segment.person : this.within(segment, from, to)
        count += persons.length
        people += this.merges ? this.seeMerged(persons, this.merges) : this.see(persons)
      }
    }
    return { count: count - (this.repeats?.count(stretches) ?? 0), people }
  }

  /** @returns how many of them were not seen in this period before */
  private see(persons: Uint32Array): number {
    const { seen, period } = this
    let fresh = 0
    let ever = 0
    for (let i = 0; i < persons.length; i++) {
      const person = persons[i] as number
      const last = seen[person] as number
      if (last === period || person === 0) continue
      seen[person] = period
      fresh += 1
      if (last === 0) ever += 1
    }
    this.people += ever
    return fresh
  }

  /** The same where people were merged. */
  private seeMerged(persons: Uint32Array, { canon, isMerged }: Merges): number {
    const { seen, period } = this
    let fresh = 0
    let ever = 0
    for (let i = 0; i < persons.length; i++) {
      const person = persons[i] as number
      const merged = ((isMerged[person >>> 5] as number) >>> person) & 1
      const who = merged ? (canon[person] as number) : person
      const last = seen[who] as number
      if (last === period || who === 0) continue
      seen[who] = period
      fresh += 1
      if (last === 0) ever += 1
    }
    this.people += ever
    return fresh
  }

  /** The persons of a segment's rows within a stretch, in the same order. No branch: nobody could foretell it. */
  private within({ person, time }: Segment, from: number, to: number): Uint32Array {
    if (this.scratch.length < person.length) this.scratch = new Uint32Array(person.length)
    const { scratch } = this
    let found = 0
    for (let i = 0; i < person.length; i++) {
      const at = time[i] as number
      scratch[found] = person[i] as number
      found += Number(at >= from) & Number(at < to)
    }
    return scratch.subarray(0, found)
  }
}
