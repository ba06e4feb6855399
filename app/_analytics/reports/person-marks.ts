import type { Merges, Source } from './source'

/** Periods that are given out before the records are made anew: they are compared as 32-bit integers. */
const mostPeriods = 2 ** 31 - 2 ** 20

/**
 * A record of two numbers a person, side by side in one line of the processor's cache: at `person * 2` the person
 * number that stands for them (their own where they were not merged), after it a mark for whatever report is
 * running. Marks are never cleared: a report takes numbers that nobody used before, and a mark below its first is
 * none. So a report touches only the people that it meets, and allocates nothing.
 *
 *     const { records } = marks
 *     const first = marks.take(periods)
 *     const at = (records[person * 2] * 2) | 1        // the mark of whoever that is; person 0 is nobody
 *     if (records[at] !== first + period) …           // not met in this period yet
 */
export class PersonMarks {
  readonly records: Int32Array
  private next = 1

  private constructor(
    readonly people: number,
    merges: Merges | undefined,
  ) {
    this.records = new Int32Array(people * 2)
    for (let person = 0; person < people; person++) {
      this.records[person * 2] = merges ? (merges.canon[person] as number) : person
    }
  }

  /** The records for a source's people; kept for as long as nobody else is merged. One report at a time uses them. */
  static of({ people, merges }: Pick<Source, 'people' | 'merges'>): PersonMarks {
    const known = merges ? ofMerges.get(merges) : unmerged
    if (known && known.people >= people && known.next < mostPeriods) return known
    const fresh = new PersonMarks(merges?.canon.length ?? people + (people >>> 3), merges)
    if (merges) ofMerges.set(merges, fresh)
    else unmerged = fresh
    return fresh
  }

  /** The first of `count` marks, in a row, that nobody used before. */
  take(count: number): number {
    const first = this.next
    this.next += count
    return first
  }
}

const ofMerges = new WeakMap<Merges, PersonMarks>()
/** Where nobody was merged, the records of all sites are alike. */
let unmerged: PersonMarks | undefined
