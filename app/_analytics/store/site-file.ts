import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { AppError } from '@/_platform/errors'
import { siteSchema } from './site-schema'

export type SiteDb = Database.Database

/** Half a minute: a writer waits for another one's run, never for a person. */
const timeout = 30_000

/** @throws AppError 'invalid' for anything that is not a site id, so that no path leaves the folder */
export function siteFile(dataDir: string, site: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(site)) throw new AppError('invalid', 'That is not a site id')
  return join(resolve(dataDir), 'sites', `${site}.db`)
}

/**
 * Opens a site's file for writing, makes it if there is none, and brings it forward to this version. A commit is
 * on the disk when it returns, because the log forgets what this file contains. Files are read without mapping
 * them into memory: that would gain little, and what was read would count as the process's own.
 * @throws AppError 'unavailable' when the file is of a newer version
 */
export function openSiteFile(dataDir: string, site: string): SiteDb {
  const path = siteFile(dataDir, site)
  mkdirSync(join(resolve(dataDir), 'sites'), { recursive: true })
  return openSiteAt(path)
}

/**
 * The same for a file at any place.
 * @param which 'existing' makes none
 * @throws AppError 'not_found' when there is none
 */
export function openSiteAt(path: string, which: 'any' | 'existing' = 'any'): SiteDb {
  if (which === 'existing' && !existsSync(path)) throw new AppError('not_found', `There is no file ${path}`)
  const db = new Database(path, { timeout })
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 16777216;`)
    bringForward(db, path)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a site's file for reading only; undefined when nothing of the site was compacted yet. */
export function readSiteFile(dataDir: string, site: string): SiteDb | undefined {
  const path = siteFile(dataDir, site)
  if (!existsSync(path)) return undefined
  const db = new Database(`${pathToFileURL(path)}?mode=ro`, { timeout })
  const version = versionOf(db)
  if (version === siteSchema.length) return db
  db.close()
  if (version > siteSchema.length) throw newer(path, version)
  // Made by the compactor a moment ago, or not brought forward yet: it does that with its next run.
  openSiteFile(dataDir, site).close()
  return readSiteFile(dataDir, site)
}

/** Whether anything of the site was compacted yet. */
export const hasSiteFile = (dataDir: string, site: string): boolean => existsSync(siteFile(dataDir, site))

/**
 * Writes a file anew, so that nothing that was deleted is left in its bytes or those of its write-ahead log.
 * @throws AppError 'unavailable' when a reader kept the old bytes for longer than half a minute
 */
export function scrub(db: SiteDb): void {
  db.exec('VACUUM')
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
  if (busy) {
    throw new AppError(
      'unavailable',
      'A report or export still reads what was deleted: try again when it has ended',
    )
  }
}

function bringForward(db: SiteDb, path: string): void {
  if (versionOf(db) > siteSchema.length) throw newer(path, versionOf(db))
  if (versionOf(db) === siteSchema.length) return
  db.transaction(() => {
    for (let version = versionOf(db); version < siteSchema.length; version++) {
      db.exec(`${siteSchema[version]}; PRAGMA user_version = ${version + 1}`)
    }
  }).immediate()
}

const versionOf = (db: SiteDb): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version

const newer = (path: string, version: number) =>
  new AppError(
    'unavailable',
    `${path} is of version ${version}; this program knows versions up to ${siteSchema.length}: start the newer program`,
  )
