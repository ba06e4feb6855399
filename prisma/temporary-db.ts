import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, openDb } from '@/_platform/db'
import { share } from '@/_platform/shared'
import { applyMigrations } from './migrate'

/** A migrated database of its own for a test file, put where data verbs find it. */
export async function useTemporaryDb(): Promise<Db> {
  const dataDir = mkdtempSync(join(tmpdir(), 'firsthand-test-'))
  await applyMigrations(dataDir)
  share('secret', 'a secret for tests only, of enough characters')
  return share('db', openDb(dataDir))
}
