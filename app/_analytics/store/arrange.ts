import { day } from '@/_platform/clock'
import { agree } from './agree'
import { aliasRow, type FinishedDraft, propertySet } from './draft'
import { growingU32 } from './growing'
import { byPersonAndTime } from './row-order'

/** A property's values in a segment: a value number of the draft at some of its rows, ascending. */
export type DraftColumn = { at: Uint32Array; values: Uint32Array }

/** The rows of one event on one UTC day (bots apart), ordered by person, then time. */
export type DraftSegment = {
  /** An index into the draft's events. */
  event: number
  bot: number
  /** Days since the Unix epoch. */
  day: number
  person: Uint32Array
  /** Milliseconds since the day began. */
  time: Uint32Array
  /** By an index into the draft's properties. */
  columns: Map<number, DraftColumn>
}

/** Persons and times of a segment that was received earlier, in the same order. */
export type Earlier = { person: Uint32Array; time: Uint32Array }

export type Arranged = {
  /** All rows of the draft by person, then time, then receipt. */
  order: Uint32Array
  segments: DraftSegment[]
}

/**
 * Turns a draft into segments by the duplicate rules (kissmetrics.md 1.7). The same person, event and second
 * counts once: what came again is kept as a property set, because its properties belong to the person and not
 * to the event. Nobody's rows (person 0) are never duplicates of each other.
 * @param numbers person number in the site of each of the draft's identities; `numbers[0]` is 0
 * @param earlier what was received before of an event on a day
 */
export function arrange(
  draft: FinishedDraft,
  numbers: Uint32Array,
  earlier: (event: string, bot: number, day: number) => Iterable<Earlier>,
): Arranged {
  const order = byPersonAndTime(draft, numbers)
  agree(draft, numbers, order)
  const { person, event, at, bot, cellStart } = draft.columns
  const groups = new Map<number, Group>()
  const groupOf = (kind: number, on: number, ofBot: number): Group => {
    const key = (on * draft.events.length + kind) * 2 + ofBot
    let group = groups.get(key)
    if (!group) {
      const before = kind === propertySet ? [] : earlier(draft.events[kind] as string, ofBot, on)
      group = new Group(kind, ofBot, on, before)
      groups.set(key, group)
    }
    return group
  }
  for (const row of order) {
    const kind = event[row] as number
    if (kind === aliasRow) continue
    const on = Math.floor((at[row] as number) / day)
    const time = (at[row] as number) - on * day
    const who = numbers[person[row] as number] as number
    const group = groupOf(kind, on, bot[row] as number)
    if (kind !== propertySet && !group.repeats(who, time)) group.push(row, who, time)
    else if (cellStart[row] !== cellStart[row + 1]) {
      groupOf(propertySet, on, bot[row] as number).push(row, who, time)
    }
  }
  const filled = [...groups.values()].filter(group => group.rows.length > 0)
  return { order, segments: filled.map(group => group.segment(draft)) }
}

class Group {
  readonly rows = growingU32()
  private readonly person = growingU32()
  private readonly time = growingU32()
  private readonly cursors: Cursor[]
  private lastPerson = 0
  private lastSecond = -1

  constructor(
    private readonly event: number,
    private readonly bot: number,
    private readonly day: number,
    earlier: Iterable<Earlier>,
  ) {
    this.cursors = Array.from(earlier, segment => new Cursor(segment))
  }

  /** Whether this person did it in this second already. Ask in order of person and time. */
  repeats(person: number, time: number): boolean {
    if (person === 0) return false
    const second = Math.floor(time / 1000)
    if (this.lastPerson === person && this.lastSecond === second) return true
    this.lastPerson = person
    this.lastSecond = second
    return this.cursors.some(cursor => cursor.has(person, second))
  }

  push(row: number, person: number, time: number): void {
    this.rows.push(row)
    this.person.push(person)
    this.time.push(time)
  }

  segment(draft: FinishedDraft): DraftSegment {
    const { event, bot, day: on } = this
    const columns = cells(draft, this.rows.values)
    return { event, bot, day: on, person: this.person.values, time: this.time.values, columns }
  }
}

/** The cells of some rows, turned from rows to columns. */
function cells(draft: FinishedDraft, rows: Uint32Array): Map<number, DraftColumn> {
  const { cellStart, cellProperty, cellValue } = draft.columns
  const growing = new Map<
    number,
    { at: ReturnType<typeof growingU32>; values: ReturnType<typeof growingU32> }
  >()
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const end = cellStart[row + 1] as number
    for (let cell = cellStart[row] as number; cell < end; cell++) {
      const property = cellProperty[cell] as number
      let column = growing.get(property)
      if (!column) {
        column = { at: growingU32(), values: growingU32() }
        growing.set(property, column)
      }
      column.at.push(i)
      column.values.push(cellValue[cell] as number)
    }
  }
  const columns = new Map<number, DraftColumn>()
  for (const [property, { at, values }] of growing) {
    columns.set(property, { at: at.values, values: values.values })
  }
  return columns
}

/** Walks an ordered segment alongside ordered questions. */
class Cursor {
  private row = 0
  constructor(private readonly segment: Earlier) {}

  has(person: number, second: number): boolean {
    const { person: persons, time } = this.segment
    const end = persons.length
    let row = this.row
    while (row < end && (persons[row] as number) < person) row++
    while (row < end && persons[row] === person && Math.floor((time[row] as number) / 1000) < second) row++
    this.row = row
    return row < end && persons[row] === person && Math.floor((time[row] as number) / 1000) === second
  }
}
