import { day } from '@/_platform/clock'
import { PersonSeconds } from './person-seconds'
import type { Segment, Source } from './source'

const secondsOfDay = day / 1000

/** A stretch of a UTC day, in ms since it began; `to` is exclusive. */
export type Stretch = { segments: readonly Segment[]; from: number; to: number }

/**
 * Counts events and the people behind them, period by period, in one pass over the person column: `stamp` holds
 * for each person the last period it was seen in, so nothing is ever cleared.
 */
export class PeopleCounter {
  /** Distinct people over all periods so far. */
  people = 0
  private period = 0
  private readonly canon: Uint32Array | undefined
  private readonly stamp: Uint32Array
  /** With merges: the member of a merged person that was seen first in the period. */
  private readonly member: Uint32Array
  /**
   * With merges: the last period in which two members of a merged person were seen, so that both may have
   * reported one event. Most merged people are one member on one day, and cost nothing more.
   */
  private readonly contested: Uint32Array
  private anyContested = false

  constructor({ people, canon }: Source) {
    this.canon = canon
    this.stamp = new Uint32Array(people)
    this.member = new Uint32Array(canon ? people : 0)
    this.contested = new Uint32Array(canon ? people : 0)
  }

  /**
   * Counts the next period of one event. What merged identities repeat in the same second counts once.
   * @returns events, and distinct people within the period
   */
  count(stretches: readonly Stretch[]): { count: number; people: number } {
    this.period += 1
    this.anyContested = false
    let count = 0
    let people = 0
    for (const { segments, from, to } of stretches) {
      for (const segment of segments) {
        const rows = from <= 0 && to >= day ? undefined : within(segment.time, from, to)
        count += rows ? rows.length : segment.rows
        people += this.see(rows ? pick(segment.person, rows) : segment.person)
      }
    }
    if (this.anyContested) count -= this.repeats(stretches)
    return { count, people }
  }

  /** @returns how many of them were not seen in this period before */
  private see(persons: Uint32Array): number {
    const { canon, stamp, member, period, contested } = this
    let fresh = 0
    let previous = 0
    for (let i = 0; i < persons.length; i++) {
      const person = persons[i] as number
      if (person === previous || person === 0) continue
      previous = person
      const who = canon ? (canon[person] as number) : person
      const seen = stamp[who] as number
      if (seen !== period) {
        stamp[who] = period
        if (canon) member[who] = person
        if (seen === 0) this.people += 1
        fresh += 1
      } else if (canon && member[who] !== person) {
        contested[who] = period
        this.anyContested = true
      }
    }
    return fresh
  }

  /** Events that one member of a merged person reported in the same second as another. */
  private repeats(stretches: readonly Stretch[]): number {
    const canon = this.canon as Uint32Array
    const { contested, period } = this
    const seen = new PersonSeconds()
    let repeats = 0
    for (const { segments, from, to } of stretches) {
      for (const { day: on, person, time } of segments) {
        const midnight = (on % 2) * secondsOfDay
        for (let i = 0; i < person.length; i++) {
          const who = canon[person[i] as number] as number
          if (contested[who] !== period) continue
          const at = time[i] as number
          if (at < from || at >= to) continue
          if (!seen.add(who, midnight + Math.floor(at / 1000))) repeats += 1
        }
      }
    }
    return repeats
  }
}

function within(time: Uint32Array, from: number, to: number): Uint32Array {
  const rows = new Uint32Array(time.length)
  let found = 0
  for (let i = 0; i < time.length; i++) {
    const at = time[i] as number
    rows[found] = i
    found += at >= from && at < to ? 1 : 0
  }
  return rows.subarray(0, found)
}

const pick = (column: Uint32Array, rows: Uint32Array): Uint32Array => {
  const picked = new Uint32Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i] as number] as number
  return picked
}
