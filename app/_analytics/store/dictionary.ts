import type { SiteDb } from './site-file'

/**
 * A list of texts as JSON for `json_each`: one statement for a whole batch. SQLite's text can't hold a lone
 * surrogate (libsql aborts the process when it reads one back) and ends at a NUL; both become U+FFFD.
 */
function textList(texts: readonly string[]): string {
  const json = JSON.stringify(texts)
  return json.includes('\\u') ? JSON.stringify(texts.map(storable)) : json
}

/** The text as SQLite keeps it. */
export const storable = (text: string): string => Buffer.from(text.replaceAll('\0', '\ufffd')).toString()

/** A table of the site's file that numbers texts. */
type Numbered = {
  /** SQL of the number for a text `e.value`, null when it has none yet. */
  find: string
  /** SQL that stores `n` (JSON pairs of number and text), leaving out texts that are there. */
  add: string
  /** SQL of the highest number in use, null for none. */
  last: string
}

const plain = (table: string, key: string, text: string): Numbered => ({
  find: `SELECT ${key} FROM ${table} WHERE ${text} = e.value`,
  add: `INSERT OR IGNORE INTO ${table} (${key}, ${text}) SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
  last: `SELECT max(${key}) AS last FROM ${table}`,
})

const identities = plain('identity', 'person', 'identity')
const events = plain('event', 'id', 'name')
const properties = plain('property', 'id', 'name')
const valuesOf = (property: number): Numbered => ({
  find: `SELECT code FROM value WHERE property = ${property} AND value = e.value`,
  add: `INSERT OR IGNORE INTO value (property, code, value)
        SELECT ${property}, value ->> 0, value ->> 1 FROM json_each(?)`,
  last: `SELECT max(code) AS last FROM value WHERE property = ${property}`,
})

function find(db: SiteDb, table: Numbered, texts: readonly string[]): (number | null)[] {
  const sql = `SELECT json_group_array(n) AS found FROM (SELECT (${table.find}) AS n FROM json_each(?) AS e ORDER BY e.key)`
  const { found } = db.prepare(sql).get(textList(texts)) as { found: string }
  return JSON.parse(found)
}

/** The numbers of texts, new ones numbered densely in the order given. Call it inside a transaction. */
function number(db: SiteDb, table: Numbered, texts: readonly string[]): Uint32Array {
  if (!texts.length) return new Uint32Array()
  const known = find(db, table, texts)
  const missing = texts.filter((_, i) => known[i] === null)
  if (!missing.length) return Uint32Array.from(known as number[])
  const { last } = db.prepare(table.last).get() as { last: number | null }
  const clean: string[] = JSON.parse(textList(missing))
  const fresh = [...new Set(clean)].map((text, i) => [(last ?? 0) + 1 + i, text])
  db.prepare(table.add).run(JSON.stringify(fresh))
  return Uint32Array.from(find(db, table, texts) as number[])
}

export const numberIdentities = (db: SiteDb, texts: readonly string[]) => number(db, identities, texts)
export const numberEvents = (db: SiteDb, texts: readonly string[]) => number(db, events, texts)
export const numberProperties = (db: SiteDb, texts: readonly string[]) => number(db, properties, texts)
export const numberValues = (db: SiteDb, property: number, texts: readonly string[]) =>
  number(db, valuesOf(property), texts)

/** Person numbers of identities, 0 for those that the file does not know. */
export const findIdentities = (db: SiteDb, texts: readonly string[]): number[] =>
  find(db, identities, texts).map(person => person ?? 0)
