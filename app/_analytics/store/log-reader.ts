import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { logFile, openLogFile } from './log'

export type LogRow = { seq: number; site: string; line: string }

/**
 * Gives the log an id of its own, kept in `PRAGMA application_id`: a site's watermark counts only in the log it
 * was made from, so that a site file that was moved here, or a log that was lost, never makes hits look done.
 * Call it before the log's writer starts.
 */
export function identifyLog(dataDir: string): void {
  const db = openLogFile(dataDir)
  if (idOf(db) === 0) db.exec(`PRAGMA application_id = ${randomInt(1, 2 ** 31)}`)
  db.close()
}

/** The log as seen by those who never write it. */
export class LogReader {
  readonly id: number
  private readonly db: Database.Database

  constructor(dataDir: string) {
    this.db = new Database(`${pathToFileURL(logFile(dataDir))}?mode=ro`, { timeout: 5000 })
    this.id = idOf(this.db)
  }

  /** The log's reader, undefined while there is no log. */
  static open(dataDir: string): LogReader | undefined {
    return existsSync(logFile(dataDir)) ? new LogReader(dataDir) : undefined
  }

  /** The oldest rows after `seq`, of all sites. */
  rows(seq: number, limit: number): LogRow[] {
    return this.db
      .prepare('SELECT seq, site, line FROM hit WHERE seq > ? ORDER BY seq LIMIT ?')
      .all(seq, limit) as LogRow[]
  }

  /** The oldest rows after `seq` of one site. */
  rowsOf(site: string, seq: number, limit = -1): LogRow[] {
    return this.db
      .prepare('SELECT seq, site, line FROM hit WHERE seq > ? AND site = ? ORDER BY seq LIMIT ?')
      .all(seq, site, limit) as LogRow[]
  }

  /** How many rows wait, and when (Unix ms) the oldest of them was received. */
  waiting(): { rows: number; oldest: number } {
    const found = this.db
      .prepare(
        `SELECT coalesce(max(seq) - min(seq) + 1, 0) AS rows,
           coalesce((SELECT received FROM hit ORDER BY seq LIMIT 1), 0) AS oldest FROM hit`,
      )
      .get() as { rows: number; oldest: number }
    return { rows: found.rows, oldest: found.oldest }
  }

  /** Runs `read` on the log as it is now, whatever is trimmed meanwhile. */
  *frozen<T, R>(read: () => Generator<T, R>): Generator<T, R> {
    this.db.exec('BEGIN')
    try {
      // Until something is read, a transaction of SQLite's holds nothing still.
      this.db.prepare('SELECT max(seq) FROM hit').get()
      return yield* read()
    } finally {
      this.db.exec('COMMIT')
    }
  }

  close(): void {
    this.db.close()
  }
}

const idOf = (db: Database.Database): number =>
  (db.prepare('PRAGMA application_id').get() as { application_id: number }).application_id
