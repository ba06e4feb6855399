import { type ColumnKind, decodeColumn } from './columns'
import type { SiteDb } from './site-file'

/** Takes out of the dictionaries what no segment uses any more. Call it inside a transaction. */
export function sweepDictionaries(db: SiteDb): void {
  db.exec(`DELETE FROM event WHERE id NOT IN (SELECT event FROM segment WHERE property = 0);
    DELETE FROM property WHERE id NOT IN (SELECT property FROM segment);`)
  const used = usedCodes(db)
  const drop = db.prepare('DELETE FROM value WHERE property = ? AND code = ?')
  const known = db.prepare('SELECT property, code FROM value').all() as { property: number; code: number }[]
  for (const { property, code } of known) if (!used.get(property)?.has(code)) drop.run(property, code)
}

/** The codes that stand in each property's columns. */
function usedCodes(db: SiteDb): Map<number, Set<number>> {
  const used = new Map<number, Set<number>>()
  const columns = db.prepare('SELECT property, kind, rows, data FROM segment WHERE property > 0')
  for (const { property, kind, rows, data } of columns.iterate() as Iterable<Stored>) {
    const { codes } = decodeColumn({ kind, data: new Uint8Array(data) }, rows, String)
    if (!codes) continue
    const seen = used.get(property) ?? new Set()
    used.set(property, seen)
    // Neighbours are often alike, and a set is slow.
    let last = 0
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      if (code !== last && code !== 0) seen.add(code)
      last = code
    }
  }
  return used
}

/** libsql gives a BLOB as an ArrayBuffer where rows are iterated. */
type Stored = { property: number; kind: ColumnKind; rows: number; data: ArrayBuffer }

/** Forgets identities that have no row left and are not merged with one that has. Call it inside a transaction. */
export function sweepIdentities(db: SiteDb): void {
  const { people } = db.prepare('SELECT coalesce(max(person), 0) + 1 AS people FROM identity').get() as {
    people: number
  }
  const active = new Uint8Array(people)
  const columns = db.prepare('SELECT data FROM segment WHERE property = 0')
  for (const { data } of columns.iterate() as Iterable<{ data: ArrayBuffer }>) {
    for (const person of new Uint32Array(data)) active[person] = 1
  }
  const aliases = db.prepare('SELECT id, a, b FROM alias').all() as { id: number; a: number; b: number }[]
  const spared = new Set<number>()
  for (const { id, a, b } of aliases) {
    if (active[a] || active[b]) spared.add(a).add(b)
    else db.prepare('DELETE FROM alias WHERE id = ?').run(id)
  }
  const drop = db.prepare('DELETE FROM identity WHERE person = ?')
  for (let person = 1; person < people; person++) {
    if (!active[person] && !spared.has(person)) drop.run(person)
  }
}
