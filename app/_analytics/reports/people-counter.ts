import { day } from '@/_platform/clock'
import { PersonMarks } from './person-marks'
import type { Segment, Source } from './source'

/** A stretch of a UTC day, in ms since it began (`to` is exclusive), and the period it belongs to, from 0. */
export type Span = { period: number; from: number; to: number }

type Rows = Pick<Segment, 'person' | 'time'>

/**
 * Counts rows and distinct people period by period, reading each row once. Two neighbouring periods may share a
 * UTC day. Loops have no branches where nobody could foretell which way they go.
 */
export class PeopleCounter {
  /** Of each period. */
  readonly rows: Uint32Array
  readonly people: Uint32Array
  /** Distinct people of all periods. */
  everyone = 0
  private readonly marks: PersonMarks
  private readonly first: number
  /** Persons of one segment, and of a whole day those that belong to its next period. */
  private list = new Uint32Array()
  private late = new Uint32Array()

  constructor(source: Source, periods: number) {
    this.rows = new Uint32Array(periods)
    this.people = new Uint32Array(periods)
    this.marks = PersonMarks.of(source)
    this.first = this.marks.take(periods)
  }

  /** Counts a day's segments. Give the days in order, and the spans of a day in order. */
  addDay(segments: readonly Segment[], spans: readonly Span[]): void {
    const [one, other] = spans
    const whole = one && one.from <= 0 && (spans.at(-1)?.to ?? 0) >= day
    if (whole && !other) this.addWhole(segments, one.period)
    else if (whole && spans.length === 2 && other) this.addSplit(segments, one.period, other)
    else
      for (const span of spans)
        this.addWhole(
          segments.map(rows => within(rows, span)),
          span.period,
        )
  }

  private addWhole(segments: readonly Rows[], period: number): void {
    for (const { person } of segments) {
      if (this.list.length < person.length) this.list = new Uint32Array(person.length)
      this.rows[period]! += person.length
      this.meet(this.list, distinct(person, this.list), period)
    }
  }

  /** Everybody of the earlier period is met before anybody of the later one. */
  private addSplit(segments: readonly Rows[], period: number, next: Span): void {
    const rows = segments.reduce((sum, { person }) => sum + person.length, 0)
    if (this.list.length < rows) this.list = new Uint32Array(rows)
    if (this.late.length < rows) this.late = new Uint32Array(rows)
    let late = 0
    for (const { person, time } of segments) {
      const split = splitDistinct(person, time, next.from, this.list, this.late, late)
      late = split.late
      this.rows[period]! += person.length - split.lateRows
      this.rows[next.period]! += split.lateRows
      this.meet(this.list, split.early, period)
    }
    this.meet(this.late, late, next.period)
  }

  private meet(list: Uint32Array, found: number, period: number): void {
    const { records } = this.marks
    const { first } = this
    const mark = first + period
    let fresh = 0
    let ever = 0
    // Nobody is met by everyone.
    records[1] = mark
    for (let i = 0; i < found; i++) {
      const at = ((records[(list[i] as number) << 1] as number) << 1) | 1
      const was = records[at] as number
      fresh += Number(was !== mark)
      ever += Number(was < first)
      records[at] = mark
    }
    this.people[period]! += fresh
    this.everyone += ever
  }
}

/** Writes each person of an ordered column once. @returns how many there are */
function distinct(person: Uint32Array, list: Uint32Array): number {
  let found = 0
  let last = -1
  for (let row = 0; row < person.length; row++) {
    const one = person[row] as number
    list[found] = one
    found += Number(one !== last)
    last = one
  }
  return found
}

/** The same into two lists, by whether a row is before `cut`; rows of one person are in order of time. */
function splitDistinct(
  person: Uint32Array,
  time: Uint32Array,
  cut: number,
  list: Uint32Array,
  lateList: Uint32Array,
  lateFound: number,
): { early: number; late: number; lateRows: number } {
  const end = cut - 1
  let early = 0
  let late = lateFound
  let lateRows = 0
  let last = -1
  for (let row = 0; row < person.length; row++) {
    const one = person[row] as number
    const isLate = (end - (time[row] as number)) >>> 31
    const key = (one << 1) | isLate
    const isNew = Number(key !== last)
    list[early] = one
    lateList[late] = one
    early += isNew & ~isLate
    late += isNew & isLate
    lateRows += isLate
    last = key
  }
  return { early, late, lateRows }
}

/** The rows of a stretch of the day. */
function within({ person, time }: Rows, { from, to }: Span): Rows {
  const persons = new Uint32Array(person.length)
  let found = 0
  for (let row = 0; row < person.length; row++) {
    const at = time[row] as number
    persons[found] = person[row] as number
    found += Number(at >= from) & Number(at < to)
  }
  return { person: persons.subarray(0, found), time }
}
