import type { PropertyUse, Segment } from '../reports/source'
import type { Earlier } from './arrange'
import { type Column, type ColumnKind, columnKind, decodeColumn, exactNumber, u32, valuesIn } from './columns'
import { propertySet } from './draft'
import type { SiteDb } from './site-file'

/** The fixed columns of every segment; a property's column has the property's number, from 1. */
export const fixedColumn = { person: 0, time: -1 } as const

/**
 * The segments of a site's file; nothing is read before it is asked for. Use it inside one transaction, and
 * its segments too.
 */
export class StoredSegments {
  private readonly index
  private readonly data
  private readonly valueText
  private readonly known = new Map<string, Property>()

  constructor(private readonly db: SiteDb) {
    this.index = db.prepare(
      `SELECT day, run, rows FROM segment
       WHERE event = ? AND bot = ? AND property = ${fixedColumn.person} AND day BETWEEN ? AND ? AND run < ?
       ORDER BY day, run`,
    )
    this.data = db.prepare(
      'SELECT kind, data FROM segment WHERE event = ? AND bot = ? AND property = ? AND day = ? AND run = ?',
    )
    this.valueText = db.prepare('SELECT value FROM value WHERE property = ? AND code = ?')
  }

  /** All event names. */
  events(): string[] {
    const found = this.db.prepare('SELECT name FROM event ORDER BY id').all() as { name: string }[]
    return found.map(row => row.name)
  }

  /**
   * Segments of an event by day, those of a day in receive order. The event '' is the property set.
   * @param before only runs that begin before this hit
   */
  of(event: string, bot: number, from: number, to: number, before = Number.MAX_SAFE_INTEGER): Segment[] {
    const id = event === '' ? propertySet : this.idOf('event', event)
    if (id === undefined) return []
    const found = this.index.all(id, bot, from, to, before) as { day: number; run: number; rows: number }[]
    return found.map(({ day, run, rows }) => {
      const read = (property: number) => this.data.get(id, bot, property, day, run) as StoredRow | undefined
      const key = `${id} ${bot} ${day} ${run} ${rows}`
      return new StoredSegment(key, day, rows, read, property => this.property(property))
    })
  }

  /** What was received of an event on a day, as a later run must know it. */
  earlier(event: string, bot: number, day: number, before?: number): Earlier[] {
    return this.of(event, bot, day, day, before)
  }

  /**
   * Every property with its values since a day. Only the columns of those days are read; of the values of a
   * property, the first few hundred decide whether they are numbers or texts.
   */
  properties(since: number): PropertyUse[] {
    const names = this.db.prepare('SELECT id, name FROM property').all() as { id: number; name: string }[]
    const used = this.db.prepare(
      `SELECT kind, rows, CASE WHEN day >= ? THEN data END AS data, day FROM segment
       WHERE property = ? AND bot = 0`,
    )
    const values = this.db.prepare(`SELECT value FROM value WHERE property = ? AND code <= ${sampled}`)
    return names.flatMap(({ id, name }) => {
      const use: PropertyUse = { name, count: 0, lastDay: -1, numbers: false, texts: false }
      for (const row of used.iterate(since, id) as Iterable<UsedRow>) {
        use.lastDay = Math.max(use.lastDay, row.day)
        use.numbers ||= row.kind === columnKind.numbers || row.kind === columnKind.sparseNumbers
        if (row.data) use.count += valuesIn({ kind: row.kind, data: new Uint8Array(row.data) }, row.rows)
      }
      if (use.lastDay < 0) return []
      for (const { value } of values.iterate(id) as Iterable<{ value: string }>) {
        if (value === '') continue
        if (Number.isNaN(exactNumber(value))) use.texts = true
        else use.numbers = true
      }
      return [use]
    })
  }

  private idOf(table: 'event' | 'property', name: string): number | undefined {
    const found = this.db.prepare(`SELECT id FROM ${table} WHERE name = ?`).get(name)
    return (found as { id: number } | undefined)?.id
  }

  /** The same function for all segments, so that who reads several can tell that their codes mean the same. */
  private property(name: string): Property | undefined {
    const known = this.known.get(name)
    if (known) return known
    const id = this.idOf('property', name)
    if (id === undefined) return undefined
    const texts = new Map<number, string>()
    const property = { id, text: (code: number) => this.text(id, code, texts) }
    this.known.set(name, property)
    return property
  }

  private text(property: number, code: number, known: Map<number, string>): string {
    let text = known.get(code)
    if (text === undefined) {
      text = (this.valueText.get(property, code) as { value: string }).value
      known.set(code, text)
    }
    return text
  }
}

/** Values of a property that are looked at to tell numbers from texts. */
const sampled = 300

/** libsql gives a BLOB as an ArrayBuffer here, where `get` gives a Buffer. */
type UsedRow = { kind: ColumnKind; rows: number; data: ArrayBuffer | null; day: number }
type StoredRow = { kind: ColumnKind; data: Uint8Array }
type Property = { id: number; text: (code: number) => string }

class StoredSegment implements Segment {
  private persons?: Uint32Array
  private times?: Uint32Array

  constructor(
    readonly key: string,
    readonly day: number,
    readonly rows: number,
    private readonly read: (property: number) => StoredRow | undefined,
    private readonly property: (name: string) => Property | undefined,
  ) {}

  get person(): Uint32Array {
    this.persons ??= this.fixed(fixedColumn.person)
    return this.persons
  }

  get time(): Uint32Array {
    this.times ??= this.fixed(fixedColumn.time)
    return this.times
  }

  column(name: string): Column | undefined {
    const property = this.property(name)
    const found = property && this.read(property.id)
    return found && decodeColumn(found, this.rows, property.text)
  }

  private fixed(property: number): Uint32Array {
    return u32((this.read(property) as StoredRow).data)
  }
}
