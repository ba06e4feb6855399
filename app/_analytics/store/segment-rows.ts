import { type ColumnKind, keepRows, valuesIn } from './columns'
import type { SiteDb } from './site-file'
import { fixedColumn } from './stored-segments'

/** libsql gives a BLOB as an ArrayBuffer where several rows are read. */
type Place = { event: number; bot: number; day: number; run: number; rows: number }

/** Takes the rows of some people out of all segments. Call it inside a transaction. */
export function eraseRows(db: SiteDb, people: readonly number[]): void {
  const found = db.prepare(
    `SELECT event, bot, day, run, rows, data FROM segment WHERE property = ${fixedColumn.person}`,
  )
  for (const { data, ...place } of found.all() as (Place & { data: ArrayBuffer })[]) {
    const person = new Uint32Array(data)
    const gone = people.flatMap(one => rangeOf(person, one) ?? [])
    if (gone.length) keepOnly(db, place, rowsOutside(gone, person.length))
  }
}

/** Where a person's rows stand in an ordered column. */
function rangeOf(person: Uint32Array, one: number): { from: number; to: number } | undefined {
  const from = firstAtLeast(person, one)
  const to = firstAtLeast(person, one + 1)
  return from < to ? { from, to } : undefined
}

function firstAtLeast(person: Uint32Array, one: number): number {
  let low = 0
  let high = person.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((person[middle] as number) < one) low = middle + 1
    else high = middle
  }
  return low
}

const rowsOutside = (gone: { from: number; to: number }[], rows: number): Uint32Array =>
  Uint32Array.from(Array(rows).keys()).filter(row => gone.every(({ from, to }) => row < from || row >= to))

function keepOnly(db: SiteDb, { event, bot, day, run, rows }: Place, kept: Uint32Array): void {
  const columns = db
    .prepare(
      'SELECT id, property, kind, data FROM segment WHERE event = ? AND bot = ? AND day = ? AND run = ?',
    )
    .all(event, bot, day, run) as { id: number; property: number; kind: ColumnKind; data: ArrayBuffer }[]
  for (const { id, property, kind, data } of columns) {
    const left = keepRows({ kind, data: new Uint8Array(data) }, rows, kept)
    if (kept.length === 0 || (property > 0 && valuesIn(left, kept.length) === 0)) {
      db.prepare('DELETE FROM segment WHERE id = ?').run(id)
    } else db.prepare('UPDATE segment SET rows = ?, data = ? WHERE id = ?').run(kept.length, left.data, id)
  }
}
