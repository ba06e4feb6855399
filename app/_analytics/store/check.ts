import type { Hit } from '../hit'
import { type ColumnKind, decodeColumn } from './columns'
import { RunLines } from './row-blocks'
import { openSiteAt, type SiteDb, siteFile } from './site-file'
import { fixedColumn } from './stored-segments'

/** At most so many problems are told of one file. */
const most = 20

/**
 * Looks whether a site's file is whole: SQLite's own check, every column against its segment and the dictionaries,
 * every raw hit readable. Reads everything and changes nothing.
 * @returns what is wrong, one sentence each; nothing when all is well
 * @throws AppError 'not_found' when nothing of the site was stored yet
 */
export function checkSite(dataDir: string, site: string): string[] {
  const db = openSiteAt(siteFile(dataDir, site), 'existing')
  try {
    const found: string[] = []
    for (const problem of problems(db)) if (found.push(problem) >= most) break
    return found
  } finally {
    db.close()
  }
}

function* problems(db: SiteDb): Generator<string> {
  for (const row of db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[])
    if (row.integrity_check !== 'ok') yield `The file is damaged: ${row.integrity_check}`
  yield* wrongSegments(db)
  yield* wrongRuns(db)
}

type Stored = {
  event: number
  bot: number
  day: number
  run: number
  property: number
  kind: ColumnKind
  rows: number
  data: ArrayBuffer
}

function* wrongSegments(db: SiteDb): Generator<string> {
  const { people } = db.prepare('SELECT coalesce(max(person), 0) AS people FROM identity').get() as {
    people: number
  }
  const codes = new Map<number, Set<number>>()
  for (const { property, code } of db.prepare('SELECT property, code FROM value').all() as {
    property: number
    code: number
  }[])
    codes.set(property, (codes.get(property) ?? new Set()).add(code))
  const all = db.prepare(
    'SELECT event, bot, day, run, property, kind, rows, data FROM segment ORDER BY event, bot, day, run, property',
  )
  let rows = 0
  for (const one of all.iterate() as Iterable<Stored>) {
    const name = `Event ${one.event} of day ${one.day} in run ${one.run}, column ${one.property}`
    const data = new Uint8Array(one.data)
    if (one.property === fixedColumn.time) rows = one.rows
    if (one.rows !== rows) yield `${name} has ${one.rows} rows and its times ${rows}`
    if (one.property <= 0) {
      if (data.byteLength !== one.rows * 4) yield `${name} has ${data.byteLength} bytes for ${one.rows} rows`
      else if (one.property === fixedColumn.person)
        yield* wrongPersons(new Uint32Array(one.data), people, name)
    } else yield* wrongValues({ kind: one.kind, data }, one.rows, codes.get(one.property), name)
  }
}

function* wrongPersons(person: Uint32Array, people: number, name: string): Generator<string> {
  for (let row = 0; row < person.length; row++) {
    const one = person[row] as number
    if (one > people) return yield `${name} names person ${one}, whom nobody is`
    if (row > 0 && one < (person[row - 1] as number)) return yield `${name} is out of order`
  }
}

function* wrongValues(
  stored: { kind: ColumnKind; data: Uint8Array },
  rows: number,
  known: ReadonlySet<number> | undefined,
  name: string,
): Generator<string> {
  const { codes, numbers } = decodeColumn(stored, rows, String)
  if ((codes ?? numbers).length !== rows) return yield `${name} has no value for some of its ${rows} rows`
  for (const code of codes ?? [])
    if (code !== 0 && !known?.has(code)) return yield `${name} has the value ${code}, which has no text`
}

function* wrongRuns(db: SiteDb): Generator<string> {
  const runs = db.prepare('SELECT first, rows FROM run ORDER BY first').all() as {
    first: number
    rows: number
  }[]
  for (const { first, rows } of runs) {
    let hits = 0
    try {
      const lines = new RunLines(db, first, rows)
      for (let place = 0; place < rows; place++) {
        const line = lines.line(place)
        if (line === undefined) continue
        if (typeof (JSON.parse(line) as Hit)._t !== 'number') yield `Hit ${first + place} has no time`
        hits += 1
      }
    } catch (error) {
      yield `The raw hits of run ${first} can't be read: ${(error as Error).message}`
      continue
    }
    const { counted } = db
      .prepare('SELECT coalesce(sum(rows), 0) AS counted FROM segment WHERE property = 0 AND run = ?')
      .get(first) as { counted: number }
    if (counted > hits) yield `Run ${first} has ${counted} rows of ${hits} raw hits`
  }
  const { strays } = db
    .prepare('SELECT count(*) AS strays FROM segment WHERE run NOT IN (SELECT first FROM run)')
    .get() as { strays: number }
  if (strays > 0) yield `${strays} columns belong to no run`
}
