import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/** A migration as it stands in `prisma/migrations`. */
export type Migration = { name: string; script: string }

type Row = { migration_name: string; checksum: string; finished_at: string | null }

/** The migrations of a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map(name => ({ name, script: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
}

/** What `_prisma_migrations` of a database file says, rolled back rows left out; [] for a new file. */
export function readApplied(file: string): Row[] {
  if (!existsSync(file)) return []
  const db = new Database(file, { timeout: 1000 })
  try {
    const tables = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).all()
    if (!tables.length) return []
    const rows = `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY migration_name`
    return db.prepare(rows).all() as Row[]
  } finally {
    db.close()
  }
}

/**
 * The names that are still to be applied to a database file.
 * @throws Error with one sentence when the file is from a newer version, a migration that it holds is gone
 * from the folder or was edited since, or one stopped half-way
 */
export function pendingMigrations(file: string, known: Migration[]): string[] {
  const applied = readApplied(file)
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = known.find(one => one.name === name)
    if (!migration && name > (known.at(-1)?.name ?? ''))
      throw new Error(
        `${file} is from a newer version of Firsthand (it knows "${name}"): start that version, or restore a backup.`,
      )
    if (!migration)
      throw new Error(`${file} holds the migration "${name}", which is missing here: bring its folder back.`)
    if (!checksums(migration.script).includes(checksum))
      throw new Error(
        `The migration "${name}" was edited after it was applied to ${file}: put it back and write a new one.`,
      )
    if (!finished_at)
      throw new Error(
        `The migration "${name}" stopped half-way in ${file}: restore a backup, then start again.`,
      )
  }
  return known.map(one => one.name).filter(name => !applied.some(row => row.migration_name === name))
}

/** The migration that began in a database file and never ended, or undefined. */
export const stoppedHalfWay = (file: string): string | undefined =>
  readApplied(file).find(row => !row.finished_at)?.migration_name

/** Prisma's checksum, for either form of line endings: a checkout may have changed them. */
const checksums = (script: string): string[] => {
  const unix = script.replaceAll('\r\n', '\n')
  return [script, unix, unix.replaceAll('\n', '\r\n')].map(text =>
    createHash('sha256').update(text).digest('hex'),
  )
}
