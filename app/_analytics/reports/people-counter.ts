import { day } from '@/_platform/clock'
import { countRepeats } from './repeats'
import type { Merges, Segment, Source } from './source'

/** A stretch of a UTC day, in ms since it began; `to` is exclusive. */
export type Stretch = { segments: readonly Segment[]; from: number; to: number }

/** Stands for a member when more than one was seen. */
const several = 0

/**
 * Counts events and the people behind them, period by period, in one pass over the person column. For each
 * person it notes the last period it was seen in, so nothing is ever cleared between periods.
 */
export class PeopleCounter {
  /** Distinct people over all periods so far. */
  people = 0
  private period = 0
  private readonly merges: Merges | undefined
  /** The last period in which a person was seen. */
  private readonly seen: Uint32Array
  /** Of a merged person, the member that was seen in that period. */
  private readonly member: Uint32Array
  /** Members of merged people of whom several were seen in the period: only they can repeat each other. */
  private readonly rivals = new Set<number>()
  private scratch = new Uint32Array()

  constructor({ people, merges }: Source) {
    this.merges = merges
    this.seen = new Uint32Array(people)
    this.member = new Uint32Array(merges ? people : 0)
  }

  /**
   * Counts the next period of one event. What merged identities repeat in the same second counts once.
   * @returns events, and distinct people within the period
   */
  count(stretches: readonly Stretch[]): { count: number; people: number } {
    this.period += 1
    this.rivals.clear()
    let count = 0
    let people = 0
    for (const { segments, from, to } of stretches) {
      for (const segment of segments) {
        const persons = from <= 0 && to >= day ? segment.person : this.within(segment, from, to)
        count += persons.length
        people += this.merges ? this.seeMerged(persons, this.merges) : this.see(persons)
      }
    }
    if (this.merges && this.rivals.size) count -= countRepeats(stretches, this.merges.canon, this.rivals)
    return { count, people }
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
    const { seen, member, period } = this
    let fresh = 0
    let ever = 0
    for (let i = 0; i < persons.length; i++) {
      const person = persons[i] as number
      const merged = ((isMerged[person >>> 5] as number) >>> person) & 1
      const who = merged ? (canon[person] as number) : person
      const last = seen[who] as number
      if (last !== period && person !== 0) {
        seen[who] = period
        if (merged) member[who] = person
        fresh += 1
        if (last === 0) ever += 1
      } else if (merged && member[who] !== person) this.addRival(person, who)
    }
    this.people += ever
    return fresh
  }

  private addRival(person: number, who: number): void {
    const other = this.member[who] as number
    if (other !== several) this.rivals.add(other)
    this.rivals.add(person)
    this.member[who] = several
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
