import { day } from '@/_platform/clock'
import { aliasRow, type Draft, propertySet } from './draft'
import { byPersonAndTime } from './row-order'

/** A property's values in a segment: a value number of the draft at some of its rows. */
export type DraftColumn = { at: number[]; values: number[] }

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
 * Turns a draft into segments by the duplicate rules (kissmetrics.md 1.7):
 * - The same person, event and second counts once. What came again is kept as a property set, because its
 *   properties belong to the person, not to the event.
 * - Properties of one person in one second agree: the value received last stands in every row of that second.
 * Nobody's rows (person 0) are never duplicates of each other.
 * @param numbers person number in the site of each of the draft's identities; `numbers[0]` is 0
 * @param earlier what was received before of an event on a day
 */
export function arrange(
  draft: Draft,
  numbers: Uint32Array,
  earlier: (event: string, bot: number, day: number) => Iterable<Earlier>,
): Arranged {
  const order = byPersonAndTime(draft, numbers)
  agree(draft, numbers, order)
  const groups = new Map<string, Group>()
  const groupOf = (event: number, bot: number, on: number): Group => {
    const key = `${event} ${bot} ${on}`
    let group = groups.get(key)
    if (!group) {
      const before = event === propertySet ? [] : earlier(draft.events[event] as string, bot, on)
      group = new Group(event, bot, on, [...before])
      groups.set(key, group)
    }
    return group
  }
  let group: Group | undefined
  for (const row of order) {
    const event = draft.event[row] as number
    if (event === aliasRow) continue
    const bot = draft.bot[row] as number
    const at = draft.at[row] as number
    const on = Math.floor(at / day)
    const time = at - on * day
    const person = numbers[draft.person[row] as number] as number
    if (!group || group.event !== event || group.day !== on || group.bot !== bot) {
      group = groupOf(event, bot, on)
    }
    const hasCells = draft.cellStart[row] !== draft.cellStart[row + 1]
    if (event !== propertySet && !group.repeats(person, time)) group.push(draft, row, person, time)
    else if (hasCells) groupOf(propertySet, bot, on).push(draft, row, person, time)
  }
  return { order, segments: [...groups.values()].filter(found => found.rows > 0).map(found => found.done()) }
}

class Group {
  rows = 0
  private readonly person: number[] = []
  private readonly time: number[] = []
  private readonly columns = new Map<number, DraftColumn>()
  private readonly cursors: Cursor[]

  constructor(
    readonly event: number,
    readonly bot: number,
    readonly day: number,
    earlier: Earlier[],
  ) {
    this.cursors = earlier.map(segment => new Cursor(segment))
  }

  /** Whether this person did it in this second already. Ask in order of person and time. */
  repeats(person: number, time: number): boolean {
    if (person === 0) return false
    const second = Math.floor(time / 1000)
    if (this.rows > 0 && this.person[this.rows - 1] === person) {
      if (Math.floor((this.time[this.rows - 1] as number) / 1000) === second) return true
    }
    for (const cursor of this.cursors) if (cursor.has(person, second)) return true
    return false
  }

  push(draft: Draft, row: number, person: number, time: number): void {
    this.person.push(person)
    this.time.push(time)
    const end = draft.cellStart[row + 1] as number
    for (let cell = draft.cellStart[row] as number; cell < end; cell++) {
      const property = draft.cellProperty[cell] as number
      let column = this.columns.get(property)
      if (!column) {
        column = { at: [], values: [] }
        this.columns.set(property, column)
      }
      column.at.push(this.rows)
      column.values.push(draft.cellValue[cell] as number)
    }
    this.rows += 1
  }

  done(): DraftSegment {
    const { event, bot, day: on, columns } = this
    return {
      event,
      bot,
      day: on,
      columns,
      person: Uint32Array.from(this.person),
      time: Uint32Array.from(this.time),
    }
  }
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

/** Gives every row of one person and second the value received last of each property they share. */
function agree(draft: Draft, numbers: Uint32Array, order: Uint32Array): void {
  const second = (row: number) => Math.floor((draft.at[row] as number) / 1000)
  const person = (row: number) => numbers[draft.person[row] as number] as number
  for (let from = 0; from < order.length; ) {
    const first = order[from] as number
    let to = from + 1
    while (
      to < order.length &&
      person(order[to] as number) === person(first) &&
      second(order[to] as number) === second(first)
    ) {
      to++
    }
    if (to - from > 1 && person(first) !== 0) agreeWithin(draft, order.slice(from, to).sort())
    from = to
  }
}

/** @param rows of one person and second, in receive order */
function agreeWithin(draft: Draft, rows: Uint32Array): void {
  const last = new Map<number, number>()
  const eachCell = (visit: (cell: number, key: number) => void) => {
    for (const row of rows) {
      const end = draft.cellStart[row + 1] as number
      for (let cell = draft.cellStart[row] as number; cell < end; cell++) {
        visit(cell, (draft.cellProperty[cell] as number) * 2 + (draft.bot[row] as number))
      }
    }
  }
  eachCell((cell, key) => last.set(key, draft.cellValue[cell] as number))
  eachCell((cell, key) => {
    draft.cellValue[cell] = last.get(key) as number
  })
}
