import { inflateRawSync } from 'node:zlib'
import type { Hit } from '../hit'
import type { People, PersonHits, StoredMerge } from '../reports/source'
import { findIdentities } from './dictionary'
import type { SiteDb } from './site-file'
import type { Tail } from './tail'

/** The people of a site one by one: who they are called and what was received of them, row by row. */
export class SitePeople implements People {
  constructor(
    private readonly db: SiteDb | undefined,
    private readonly tail: Tail,
  ) {}

  find(identity: string): number {
    const filed = this.db ? (findIdentities(this.db, [identity])[0] ?? 0) : 0
    return filed || this.tail.find(identity)
  }

  search(part: string, most: number): number[] {
    const like = `%${part.replace(/[\\%_]/g, '\\$&')}%`
    const filed = (this.db
      ?.prepare(`SELECT person FROM identity WHERE identity LIKE ? ESCAPE '\\' LIMIT ?`)
      .all(like, most) ?? []) as { person: number }[]
    return [...this.tail.search(part, most), ...filed.map(row => row.person)].slice(0, most)
  }

  identities(persons: readonly number[]): string[] {
    const one = this.db?.prepare('SELECT identity FROM identity WHERE person = ?')
    return persons.map(person => {
      const found = one?.get(person) as { identity: string } | undefined
      return found?.identity ?? this.tail.identity(person) ?? ''
    })
  }

  hits(persons: readonly number[], most: number): PersonHits {
    const wanted = new Set(this.identities(persons))
    const hits = this.tail.hitsOf(new Set(persons)).reverse()
    for (const run of this.runs(persons)) {
      if (hits.length >= most) return { hits: hits.slice(0, most).reverse(), complete: false }
      hits.push(...rowsOf(run, wanted))
    }
    return { hits: hits.slice(0, most).reverse(), complete: hits.length <= most }
  }

  merges(persons: readonly number[]): StoredMerge[] {
    const among = new Set(persons)
    const rows = (this.db
      ?.prepare(
        `SELECT id, a, b, at, undone FROM alias
         WHERE a IN (SELECT value FROM json_each(?1)) OR b IN (SELECT value FROM json_each(?1)) ORDER BY id`,
      )
      .all(JSON.stringify(persons)) ?? []) as (Omit<StoredMerge, 'undone'> & { undone: number | null })[]
    const filed = rows.map(({ undone, ...row }) => ({ ...row, ...(undone !== null && { undone }) }))
    return [...filed, ...this.tail.merges.filter(({ a, b }) => among.has(a) || among.has(b))]
  }

  /** The texts of the blocks that hold lines of some people, run by run, the newest first. */
  private *runs(persons: readonly number[]): Generator<string[]> {
    if (!this.db) return
    const runs = this.db.prepare('SELECT first FROM run ORDER BY first DESC').all() as { first: number }[]
    const holding = this.db.prepare(
      'SELECT part FROM block WHERE run = ?1 AND first_person <= ?2 AND last_person >= ?2',
    )
    const read = this.db.prepare('SELECT data FROM block WHERE run = ? AND part = ?')
    for (const { first } of runs) {
      const parts = new Set<number>()
      // All at once: a statement that is left half-way keeps the file's old bytes from being let go.
      for (const person of persons)
        for (const { part } of holding.all(first, person) as { part: number }[]) parts.add(part)
      if (parts.size)
        yield Array.from(parts, part =>
          inflateRawSync((read.get(first, part) as { data: Uint8Array }).data).toString(),
        )
    }
  }
}

/** Identities up to which a line is searched for each before it is parsed. */
const few = 8

/** The hits of a run's blocks that are of one of the identities, the last received first. */
function rowsOf(texts: readonly string[], wanted: ReadonlySet<string>): Hit[] {
  const names = wanted.size > few ? [''] : Array.from(wanted, identity => JSON.stringify(identity))
  const found: { row: number; hit: Hit }[] = []
  for (const text of texts)
    for (const line of text.split('\n')) {
      if (!line || !names.some(name => line.includes(name))) continue
      const tab = line.indexOf('\t')
      const hit = JSON.parse(line.slice(tab + 1)) as Hit
      if (wanted.has(hit._p ?? '')) found.push({ row: Number(line.slice(0, tab)), hit })
    }
  return found.sort((a, b) => b.row - a.row).map(({ hit }) => hit)
}
