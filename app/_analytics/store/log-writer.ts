import type Database from 'libsql'
import { openLogFile } from './log'
import { insertIdHash, RecentIds } from './recent-ids'
import { scrub } from './site-file'

/** Rows deleted in one transaction: small enough that a batch of hits never waits long for it. */
const trimChunk = 1000

export type Batch = { sites: string[]; received: number[]; lines: string[]; ids: (string | undefined)[] }

/** The log as its one writer sees it. Every call is synchronous and durable when it returns. */
export class LogWriter {
  /** Set after a failure that only a new thread gets over: close and start again. */
  broken = false
  readonly db: Database.Database
  private readonly insert: Database.Statement
  private readonly recent: RecentIds
  /** Insert ids kept in `seen`, oldest first: what `forget` may drop. */
  private seen: { upto: number; count: number }[] = []
  private seenCount = 0

  /** @throws Error with a clear sentence when the log can't be opened */
  constructor(dataDir: string, idCapacity?: number) {
    this.db = openLogFile(dataDir)
    this.insert = this.db.prepare('INSERT INTO hit (site, received, line) VALUES (?, ?, ?)')
    this.recent = new RecentIds(idCapacity)
    this.rememberIds()
  }

  /**
   * Commits a batch in one transaction, leaving out hits whose insert id was stored before.
   * @throws Error when it is not on the disk; then none of it is stored
   */
  append({ sites, received, lines, ids }: Batch): void {
    const { db } = this
    const fresh = new Set<bigint>()
    try {
      db.exec('BEGIN IMMEDIATE')
      for (let i = 0; i < lines.length; i++) {
        const id = ids[i]
        if (id !== undefined) {
          const hash = insertIdHash(sites[i] as string, id)
          if (fresh.has(hash) || this.recent.has(hash)) continue
          fresh.add(hash)
        }
        this.insert.run(sites[i], received[i], lines[i])
      }
      db.exec('COMMIT')
    } catch (error) {
      this.giveUp(error)
    }
    for (const hash of fresh) this.recent.add(hash)
  }

  /**
   * Deletes one small piece of what lies at or below `toSeq`; its insert ids stay remembered.
   * @returns whether more is left to delete
   */
  trim(toSeq: number): boolean {
    const { db } = this
    const rows = db
      .prepare('SELECT seq, site, line FROM hit WHERE seq <= ? ORDER BY seq LIMIT ?')
      .all(toSeq, trimChunk) as { seq: number; site: string; line: string }[]
    const last = rows.at(-1)
    if (!last) return false
    const hashes = rows.flatMap(row => hashOf(row.site, row.line) ?? [])
    try {
      db.exec('BEGIN IMMEDIATE')
      if (hashes.length) {
        const blob = Buffer.from(BigUint64Array.from(hashes).buffer)
        db.prepare('INSERT OR REPLACE INTO seen (upto, hashes) VALUES (?, ?)').run(last.seq, blob)
      }
      db.prepare('DELETE FROM hit WHERE seq <= ?').run(last.seq)
      db.exec('COMMIT')
    } catch (error) {
      this.giveUp(error)
    }
    if (hashes.length) this.noteSeen(last.seq, hashes.length)
    this.forget()
    return rows.length === trimChunk
  }

  /** Writes the file anew, so that nothing of what was trimmed is left in its bytes. */
  scrub(): void {
    scrub(this.db)
  }

  close(): void {
    this.db.close()
  }

  /** Rebuilds the set of recent ids from what was trimmed and from what is still in the log. */
  private rememberIds(): void {
    const { db } = this
    for (const row of db.prepare('SELECT upto, hashes FROM seen ORDER BY upto').iterate()) {
      const { upto, hashes } = row as { upto: number; hashes: Uint8Array }
      const bytes = Buffer.from(hashes)
      for (let at = 0; at < bytes.length; at += 8) this.recent.add(bytes.readBigUInt64LE(at))
      this.noteSeen(upto, bytes.length / 8)
    }
    for (const row of db.prepare('SELECT site, line FROM hit ORDER BY seq').iterate()) {
      const { site, line } = row as { site: string; line: string }
      const hash = hashOf(site, line)
      if (hash) this.recent.add(hash)
    }
  }

  private noteSeen(upto: number, count: number): void {
    this.seen.push({ upto, count })
    this.seenCount += count
  }

  /** Drops the oldest remembered ids from the file once more are kept than the set can hold. */
  private forget(): void {
    let dropTo = 0
    while (this.seenCount > this.recent.capacity && this.seen.length > 1) {
      const oldest = this.seen.shift() as { upto: number; count: number }
      this.seenCount -= oldest.count
      dropTo = oldest.upto
    }
    if (dropTo) this.db.prepare('DELETE FROM seen WHERE upto <= ?').run(dropTo)
  }

  /**
   * Undoes what was begun. A full disk is only waited out; after anything else (a failed fsync, a file that
   * went away) the connection's view of the file is not to be believed. libsql keeps a closed file open, and
   * locked, while its statements live, so only the end of the thread lets go of it.
   */
  private giveUp(error: unknown): never {
    this.broken = (error as { code?: string }).code !== 'SQLITE_FULL'
    try {
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
    } catch {
      this.broken = true
    }
    throw error
  }
}

function hashOf(site: string, line: string): bigint | undefined {
  if (!line.includes('"_i":')) return undefined
  const id = (JSON.parse(line) as { _i?: string })._i
  return id === undefined ? undefined : insertIdHash(site, id)
}
