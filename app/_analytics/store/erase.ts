import { storable } from './dictionary'
import { eraseLines } from './row-blocks'
import { eraseRows } from './segment-rows'
import { hasSiteFile, openSiteFile, type SiteDb, scrub } from './site-file'
import { nextGeneration } from './site-state'
import { sweepDictionaries } from './sweep'

export type Erased = {
  /** Everything that the person was called. */
  identities: string[]
  /** How many raw hits were taken out, duplicates and aliases included. */
  hits: number
}

/**
 * Erases a person from a site's file: their rows in every segment, their raw lines, what only they had in the
 * dictionaries, their identities and merges; then writes the file anew, so that nothing of them is left in its
 * bytes. What is still in the log is not touched: compact it before, and scrub it after.
 * @param identity any one of theirs; everybody it is merged with is erased too
 * @param alone erases this one identity and leaves those it is merged with
 * @throws AppError 'unavailable' when the file is of a newer version, or a reader kept the old bytes for too long
 */
export function eraseFromFile(dataDir: string, site: string, identity: string, alone = false): Erased {
  if (!hasSiteFile(dataDir, site)) return { identities: [], hits: 0 }
  const db = openSiteFile(dataDir, site)
  try {
    const erased = db.transaction(() => erase(db, identity, alone)).immediate() as Erased
    // Also when nothing was found: an earlier attempt may have got no further than this.
    scrub(db)
    return erased
  } finally {
    db.close()
  }
}

function erase(db: SiteDb, identity: string, alone: boolean): Erased {
  const people = peopleOf(db, identity, alone)
  if (!people.length) return { identities: [], hits: 0 }
  const list = JSON.stringify(people)
  const identities = db
    .prepare('SELECT identity FROM identity WHERE person IN (SELECT value FROM json_each(?))')
    .all(list)
    .map(row => (row as { identity: string }).identity)
  const hits = eraseRaw(db, new Set(identities), [...people, ...linked(db, list)])
  eraseRows(db, people)
  db.prepare(
    `DELETE FROM alias WHERE a IN (SELECT value FROM json_each(?1)) OR b IN (SELECT value FROM json_each(?1))`,
  ).run(list)
  db.prepare('DELETE FROM identity WHERE person IN (SELECT value FROM json_each(?))').run(list)
  sweepDictionaries(db)
  nextGeneration(db)
  return { identities, hits }
}

/** The person numbers of an identity and, unless `alone`, of all that are one person with it. */
function peopleOf(db: SiteDb, identity: string, alone: boolean): number[] {
  const found = alone
    ? db.prepare('SELECT person FROM identity WHERE identity = ?')
    : db.prepare(
        `WITH RECURSIVE same (person) AS (
           SELECT person FROM identity WHERE identity = ?
           UNION SELECT iif(a = same.person, b, a) FROM same JOIN alias
             ON undone IS NULL AND (a = same.person OR b = same.person)
         ) SELECT person FROM same`,
      )
  return found.all(storable(identity)).map(row => (row as { person: number }).person)
}

/** Whose raw lines may name one of these people: those they were ever merged with. */
const linked = (db: SiteDb, people: string): number[] =>
  db
    .prepare(
      `SELECT a AS person FROM alias WHERE b IN (SELECT value FROM json_each(?1))
       UNION SELECT b FROM alias WHERE a IN (SELECT value FROM json_each(?1))`,
    )
    .all(people)
    .map(row => (row as { person: number }).person)

/** @returns how many raw lines of these identities there were */
function eraseRaw(db: SiteDb, identities: ReadonlySet<string>, people: readonly number[]): number {
  const runs = db.prepare('SELECT first FROM run').all() as { first: number }[]
  const parts = db.prepare(
    'SELECT part FROM block WHERE run = ?1 AND first_person <= ?2 AND last_person >= ?2',
  )
  let hits = 0
  for (const { first } of runs) {
    const theirs = new Set(
      people.flatMap(person => parts.all(first, person).map(row => (row as { part: number }).part)),
    )
    const isTheirs = (name: string | undefined) => name !== undefined && identities.has(storable(name))
    hits += eraseLines(db, first, theirs, hit => isTheirs(hit._p) || isTheirs(hit._p2)).length
  }
  return hits
}
