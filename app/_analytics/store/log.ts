import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'libsql'

/** The version of log.db's tables, kept in `PRAGMA user_version`. */
export const logVersion = 1

export const logFile = (dataDir: string): string => join(resolve(dataDir), 'log.db')

const tables = `
  CREATE TABLE IF NOT EXISTS hit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    site TEXT NOT NULL,
    received INTEGER NOT NULL,
    line TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS seen (upto INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
  PRAGMA user_version = ${logVersion};
`

/**
 * Opens log.db of a data folder for writing: WAL, and every commit is on the disk before it returns
 * (`synchronous=FULL`). `hit` has no index besides its key, because each one would cost more than a third of
 * the ingest speed. `seen` keeps 8-byte hashes of the insert ids whose hits were trimmed.
 * @throws Error with one clear sentence when the folder can't be written or the file is of a newer version
 */
export function openLogFile(dataDir: string): Database.Database {
  const file = logFile(dataDir)
  try {
    mkdirSync(resolve(dataDir), { recursive: true })
    const db = new Database(file, { timeout: 5000 })
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    const found = Number(Object.values(db.prepare('PRAGMA user_version').get() as object)[0])
    if (found > logVersion) {
      db.close()
      throw new Error(
        `it is of version ${found}, and this program knows versions up to ${logVersion}: start the newer program`,
      )
    }
    if (found < logVersion) db.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`)
    return db
  } catch (error) {
    throw new Error(`The log ${file} can't be opened: ${(error as Error).message}`)
  }
}
