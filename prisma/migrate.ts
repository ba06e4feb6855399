import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockDataDir } from '@/_platform/lock'
import { openEngine } from './engine'
import { type Migration, pendingMigrations, readMigrations, stoppedHalfWay } from './history'
import { dropSnapshot, recover, restoreSnapshot, takeSnapshot } from './snapshot'

/** Where the Prisma schema and its migrations are; a test gives its own. */
export type Sources = { schema: string; migrations: string }

const here: Sources = { schema: 'prisma/schema', migrations: 'prisma/migrations' }
const filters = { externalTables: [], externalEnums: [] }

/**
 * Brings `app.db` of a data folder to the newest migration. When one fails, the file is as it was before.
 * @returns the names that were applied
 * @throws Error with one sentence: which statement failed and why, or why nothing could be tried
 */
export async function applyMigrations(dataDir: string, sources: Sources = here): Promise<string[]> {
  const file = join(resolve(dataDir), 'app.db')
  const release = lockDataDir(dataDir)
  try {
    recover(file)
    const known = readMigrations(sources.migrations)
    const pending = pendingMigrations(file, known)
    if (!pending.length) return []
    if (existsSync(file)) takeSnapshot(file)
    await run(file, known, sources)
    dropSnapshot(file)
    return pending
  } catch (error) {
    if (!isBusy(error)) throw error
    dropSnapshot(file)
    throw new Error(`${file} is open in another process: stop the server first.`)
  } finally {
    release()
  }
}

/** The same, but without taking the data folder when nothing is to be done: a running server goes on. */
export async function bringUpToDate(dataDir: string, sources: Sources = here): Promise<void> {
  const known = readMigrations(sources.migrations)
  if (pendingMigrations(join(resolve(dataDir), 'app.db'), known).length)
    await applyMigrations(dataDir, sources)
}

/** A busy database was not touched; after any other failure the snapshot goes back. */
async function run(file: string, known: Migration[], sources: Sources): Promise<void> {
  const engine = await openEngine(`file:${file}`, datamodels(sources))
  try {
    await engine.run.applyMigrations({ migrationsList: listOf(known, sources), filters })
    await engine.close()
  } catch (error) {
    await engine.close()
    if (isBusy(error)) throw error
    const name = stoppedHalfWay(file)
    const refused = engine.refused()
    restoreSnapshot(file)
    if (!name || !refused) throw error
    const what = `The migration "${name}" failed, and the database is as it was before it.`
    throw new Error(`${what} ${refused.reason} in this statement:\n${refused.statement}`)
  }
}

/**
 * What would bring a database with every migration to the Prisma schema: SQL, or undefined when both agree.
 * Planned on a database in memory, so it needs no data folder and no stopped server.
 */
export async function planMigration(name: string, sources: Sources = here) {
  const engine = await openEngine(':memory:', datamodels(sources))
  const migrationsList = listOf(readMigrations(sources.migrations), sources)
  try {
    // The order matters: the first makes Prisma's own table, the second fills what the third reads.
    await engine.run.applyMigrations({ migrationsList, filters })
    await engine.run.devDiagnostic({ migrationsList, filters })
    const files = datamodels(sources).map(([path, content]) => ({ path, content }))
    const plan = { draft: false, migrationName: name, migrationsList, schema: { files }, filters }
    const { generatedMigrationName, migrationScript } = await engine.run.createMigration(plan)
    return migrationScript === null ? undefined : { folder: generatedMigrationName, script: migrationScript }
  } finally {
    await engine.close()
  }
}

/** Writes the next migration into `prisma/migrations`; returns its folder, or undefined when none is needed. */
export async function createMigration(name: string, sources: Sources = here): Promise<string | undefined> {
  const plan = await planMigration(name, sources)
  if (!plan) return undefined
  const folder = join(sources.migrations, plan.folder)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), plan.script)
  writeFileSync(join(sources.migrations, 'migration_lock.toml'), 'provider = "sqlite"\n')
  return folder
}

const datamodels = ({ schema }: Sources): [string, string][] =>
  readdirSync(schema)
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => [name, readFileSync(join(schema, name), 'utf8')])

const listOf = (known: Migration[], { migrations }: Sources) => ({
  baseDir: resolve(migrations),
  lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
  shadowDbInitScript: '',
  migrationDirectories: known.map(({ name, script }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
  })),
})

/** The adapter is newer than the engine, which does not know its word for a busy database. */
const isBusy = (error: unknown): boolean => /SocketTimeout|SQLITE_BUSY|database is locked/.test(String(error))
