import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, openDb } from '@/_platform/db'
import { share } from '@/_platform/shared'
import { applyMigrations } from '../../prisma/migrate'

/** A fresh app.db by the real migrations, made the process's one database: what data verbs then use. */
export async function useTestDb(): Promise<{ db: Db; dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'firsthand-'))
  await applyMigrations(dataDir)
  share('secret', 'known to the tests, and long enough to be a secret')
  return { db: share('db', openDb(dataDir)), dataDir }
}
