import { day as dayMs } from '@/_platform/clock'
import { eventTime } from './draft'
import { eraseLines } from './row-blocks'
import { hasSiteFile, openSiteFile, type SiteDb, scrub } from './site-file'
import { nextGeneration } from './site-state'
import { sweepDictionaries, sweepIdentities } from './sweep'

/** How much went: raw hits, duplicates, property sets and merges included. */
export type Retained = { hits: number }

/**
 * Deletes everything of a site that happened before a day: rows, raw hits, values and names that nothing uses any
 * more, and identities of whom nothing is left. Then writes the file anew, so that nothing is left in its bytes.
 * @param before days since the Unix epoch, UTC; that day is the first that stays
 * @throws AppError 'unavailable' when the file is of a newer version, or a reader kept the old bytes for too long
 */
export function retainInFile(dataDir: string, site: string, before: number): Retained {
  if (!hasSiteFile(dataDir, site)) return { hits: 0 }
  const db = openSiteFile(dataDir, site)
  try {
    const hits = db.transaction(() => deleteBefore(db, before)).immediate() as number
    if (hits > 0) scrub(db)
    return { hits }
  } finally {
    db.close()
  }
}

function deleteBefore(db: SiteDb, before: number): number {
  const runs = db
    .prepare(
      'SELECT run AS first, max(day) AS newest FROM segment WHERE property = 0 GROUP BY run HAVING min(day) < ?',
    )
    .all(before) as { first: number; newest: number }[]
  if (!runs.length) return 0
  let hits = 0
  for (const { first } of runs) {
    const parts = db.prepare('SELECT part FROM block WHERE run = ?').all(first) as { part: number }[]
    const isOld = eraseLines(
      db,
      first,
      parts.map(row => row.part),
      hit => eventTime(hit) < before * dayMs,
    )
    hits += isOld.length
  }
  db.prepare('DELETE FROM segment WHERE day < ?').run(before)
  // Runs of which nothing is left go; the numbers of their hits stay free.
  const list = JSON.stringify(runs.map(run => run.first))
  for (const [table, run] of [
    ['block', 'run'],
    ['run', 'first'],
  ])
    db.prepare(
      `DELETE FROM ${table} WHERE ${run} IN (SELECT value FROM json_each(?)) AND ${run} NOT IN (SELECT run FROM segment)`,
    ).run(list)
  sweepDictionaries(db)
  sweepIdentities(db)
  nextGeneration(db)
  return hits
}
