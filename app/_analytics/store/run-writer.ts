import { type Arranged, arrange, type DraftColumn, type DraftSegment } from './arrange'
import { bytes, columnKind, encodeCodes, encodeNumbers, exactNumber, type StoredColumn } from './columns'
import { numberEvents, numberIdentities, numberProperties, numberValues } from './dictionary'
import type { FinishedDraft } from './draft'
import { writeBlocks } from './row-blocks'
import type { SiteDb } from './site-file'
import { fixedColumn, StoredSegments } from './stored-segments'

/** Writes a draft as the site's newest run. Call it inside a transaction. */
export function appendRun(db: SiteDb, draft: FinishedDraft): void {
  const { next } = db.prepare('SELECT coalesce(max(first + rows), 0) AS next FROM run').get() as {
    next: number
  }
  const people = writeRun(db, draft, next)
  writeAliases(db, draft, people)
}

/**
 * Writes a draft as the run that begins with the site's hit number `first`, but not its aliases: a run that is
 * written again must not bring back one that was undone. Call it inside a transaction.
 * @param span hit numbers that the run takes, those of erased hits included
 * @returns the person number of each of the draft's identities
 */
export function writeRun(db: SiteDb, draft: FinishedDraft, first: number, span = draft.span): Uint32Array {
  const people = new Uint32Array(draft.identities.length)
  people.set(numberIdentities(db, draft.identities.slice(1)), 1)
  const events = new Uint32Array(draft.events.length)
  events.set(numberEvents(db, draft.events.slice(1)), 1)
  const stored = new StoredSegments(db)
  const arranged = arrange(draft, people, (event, bot, day) => stored.earlier(event, bot, day, first))
  db.prepare('INSERT INTO run (first, rows) VALUES (?, ?)').run(first, span)
  writeSegments(db, draft, arranged, events, first)
  const { person } = draft.columns
  writeBlocks(db, first, draft, arranged.order, row => people[person[row] as number] as number)
  return people
}

function writeSegments(
  db: SiteDb,
  draft: FinishedDraft,
  arranged: Arranged,
  events: Uint32Array,
  run: number,
): void {
  const insert = db.prepare(
    `INSERT INTO segment (event, bot, day, run, property, kind, rows, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const properties = numberProperties(db, draft.properties)
  const values = new ValueCodes(db, draft, properties, arranged.segments)
  for (const segment of arranged.segments) {
    const { bot, day, person, time } = segment
    const write = (property: number, { kind, data }: StoredColumn) =>
      insert.run(events[segment.event], bot, day, run, property, kind, person.length, data)
    write(fixedColumn.person, { kind: columnKind.codes32, data: bytes(person) })
    write(fixedColumn.time, { kind: columnKind.codes32, data: bytes(time) })
    for (const [property, column] of segment.columns) {
      write(properties[property] as number, values.encode(property, column, person.length))
    }
  }
}

/** Turns the draft's value numbers into the file's codes, or into numbers where those say it better. */
class ValueCodes {
  private readonly numbers: Float64Array[]
  private readonly codes: Uint32Array[]
  private readonly asNumbers = new Set<DraftColumn>()

  constructor(db: SiteDb, draft: FinishedDraft, properties: Uint32Array, segments: DraftSegment[]) {
    this.numbers = draft.properties.map((_, property) =>
      Float64Array.from(draft.values(property), exactNumber),
    )
    const coded = draft.properties.map(() => new Set<number>())
    for (const { columns } of segments) {
      for (const [property, column] of columns) {
        if (this.isNumeric(property, column)) this.asNumbers.add(column)
        else for (const value of column.values) coded[property]?.add(value)
      }
    }
    this.codes = coded.map((used, property) => {
      const texts = draft.values(property)
      const numbers = [...used]
      const found = numberValues(
        db,
        properties[property] as number,
        numbers.map(value => texts[value] as string),
      )
      const codes = new Uint32Array(texts.length)
      for (let i = 0; i < numbers.length; i++) codes[numbers[i] as number] = found[i] as number
      return codes
    })
  }

  encode(property: number, column: DraftColumn, rows: number): StoredColumn {
    if (this.asNumbers.has(column)) {
      const numbers = this.numbers[property] as Float64Array
      return encodeNumbers(
        column.at,
        Float64Array.from(column.values, value => numbers[value] as number),
        rows,
      )
    }
    const codes = this.codes[property] as Uint32Array
    return encodeCodes(
      column.at,
      column.values.map(value => codes[value] as number),
      rows,
    )
  }

  /** Amounts and counters, nearly all different, would only fill the dictionary. */
  private isNumeric(property: number, column: DraftColumn): boolean {
    const numbers = this.numbers[property] as Float64Array
    const different = new Set<number>()
    for (const value of column.values) {
      if (Number.isNaN(numbers[value])) return false
      different.add(value)
    }
    return different.size * 4 > column.values.length
  }
}

function writeAliases(db: SiteDb, draft: FinishedDraft, people: Uint32Array): void {
  if (!draft.aliases.length) return
  const rows = draft.aliases.map(({ a, b, at }) => {
    const [one, other] = [people[a] as number, people[b] as number]
    return [Math.min(one, other), Math.max(one, other), at]
  })
  db.prepare(
    `INSERT OR IGNORE INTO alias (a, b, at)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE value ->> 0 <> value ->> 1`,
  ).run(JSON.stringify(rows))
}
