import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { lockDataDir } from '@/_platform/lock'
import { applyMigrations, bringUpToDate, createMigration, planMigration, type Sources } from './migrate'

const first = { '20260101000000_pets': 'CREATE TABLE "Pet" ("id" TEXT NOT NULL PRIMARY KEY);\n' }
const broken = `ALTER TABLE "Pet" ADD COLUMN "age" INTEGER;
INSERT INTO "Pet" ("id") VALUES ('second; row');
UPDATE "Pet" SET "colour" = 'red';
ALTER TABLE "Pet" ADD COLUMN "late" INTEGER;
`
const second = (script: string) => ({ '20260102000000_age': script })

/** A data folder and a folder of migrations, with a way to write more of them. */
function world(migrations: Record<string, string> = first) {
  const root = mkdtempSync(join(tmpdir(), 'migrate-'))
  const sources: Sources = { schema: join(root, 'schema'), migrations: join(root, 'migrations') }
  const write = (more: Record<string, string>) => {
    for (const [name, script] of Object.entries(more)) {
      mkdirSync(join(sources.migrations, name), { recursive: true })
      writeFileSync(join(sources.migrations, name, 'migration.sql'), script)
    }
  }
  mkdirSync(sources.schema)
  writeFileSync(join(sources.schema, 'base.prisma'), 'datasource db {\n  provider = "sqlite"\n}\n')
  writeFileSync(join(sources.schema, 'pets.prisma'), 'model Pet {\n  id String @id\n}\n')
  write(migrations)
  const data = join(root, 'data')
  const file = join(data, 'app.db')
  const sql = (text: string) => {
    const db = new Database(file)
    try {
      return db.prepare(text).all()
    } finally {
      db.close()
    }
  }
  const apply = () => applyMigrations(data, sources)
  return { sources, write, data, file, sql, apply }
}

const columns = (w: ReturnType<typeof world>) =>
  w.sql(`SELECT name FROM pragma_table_info('Pet')`).map(row => (row as { name: string }).name)

test('a fresh folder gets every migration, a second run none', async () => {
  const w = world({ ...first, ...second('ALTER TABLE "Pet" ADD COLUMN "age" INTEGER;') })
  expect(await w.apply()).toEqual(['20260101000000_pets', '20260102000000_age'])
  expect(columns(w)).toEqual(['id', 'age'])
  expect(await w.apply()).toEqual([])
  expect(readdirSync(w.data).sort()).toEqual(['app.db', 'lock.db', 'sites'])
})

test('a migration that fails half-way names its statement, changes nothing, and runs once mended', async () => {
  const w = world()
  await w.apply()
  w.sql(`INSERT INTO "Pet" VALUES ('kept')`)
  const before = w.sql('SELECT * FROM _prisma_migrations')
  w.write(second(broken))
  for (const attempt of [1, 2]) {
    await expect(w.apply(), `attempt ${attempt}`).rejects.toThrow(
      /"20260102000000_age" failed.*as it was.*no such column: colour.*\nUPDATE "Pet" SET "colour" = 'red'$/,
    )
    expect(columns(w)).toEqual(['id'])
    expect(w.sql('SELECT id FROM "Pet"')).toEqual([{ id: 'kept' }])
    expect(w.sql('SELECT * FROM _prisma_migrations')).toEqual(before)
    expect(existsSync(`${w.file}.before-migrate`)).toBe(false)
  }
  w.write(second(broken.replace("colour\" = 'red'", 'age" = 3')))
  expect(await w.apply()).toEqual(['20260102000000_age'])
  expect(w.sql('SELECT id, age FROM "Pet" ORDER BY id')).toEqual([
    { id: 'kept', age: 3 },
    { id: 'second; row', age: 3 },
  ])
})

test('a first migration that fails leaves no database', async () => {
  const w = world({ '20260101000000_pets': 'CREATE TABLE "Pet" ("id" TEXT);\nnonsense;' })
  await expect(w.apply()).rejects.toThrow(/syntax error.*\nnonsense$/)
  expect(existsSync(w.file)).toBe(false)
})

test('the same holds for a database in write-ahead mode', async () => {
  const w = world()
  await w.apply()
  w.sql('PRAGMA journal_mode = WAL')
  w.sql(`INSERT INTO "Pet" VALUES ('kept')`)
  w.write(second(broken))
  await expect(w.apply()).rejects.toThrow(/failed/)
  expect(w.sql('SELECT id FROM "Pet"')).toEqual([{ id: 'kept' }])
  expect(columns(w)).toEqual(['id'])
})

test('a run that was killed half-way is undone by the next', async () => {
  const w = world()
  await w.apply()
  copyFileSync(w.file, `${w.file}.before-migrate`)
  w.sql(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '20260102000000_age')`,
  )
  w.sql('ALTER TABLE "Pet" ADD COLUMN "age" INTEGER')
  w.write(second('ALTER TABLE "Pet" ADD COLUMN "age" INTEGER;'))
  expect(await w.apply()).toEqual(['20260102000000_age'])
  expect(columns(w)).toEqual(['id', 'age'])
})

test('a run that was killed after its work keeps what was written since', async () => {
  const w = world()
  await w.apply()
  copyFileSync(w.file, `${w.file}.before-migrate`)
  w.sql(`INSERT INTO "Pet" VALUES ('since')`)
  expect(await w.apply()).toEqual([])
  expect(w.sql('SELECT id FROM "Pet"')).toEqual([{ id: 'since' }])
})

test('an edited migration is refused, changed line endings are not', async () => {
  const w = world()
  await w.apply()
  w.write({ '20260101000000_pets': first['20260101000000_pets'].replaceAll('\n', '\r\n') })
  expect(await w.apply()).toEqual([])
  w.write({ '20260101000000_pets': 'CREATE TABLE "Cat" ("id" TEXT);\n' })
  await expect(w.apply()).rejects.toThrow(/"20260101000000_pets" was edited after it was applied/)
})

test('a missing migration is refused, a newer database too', async () => {
  const w = world({ ...first, ...second('SELECT 1;') })
  await w.apply()
  rmSync(join(w.sources.migrations, '20260101000000_pets'), { recursive: true })
  await expect(w.apply()).rejects.toThrow(/holds the migration "20260101000000_pets", which is missing here/)
  w.write(first)
  rmSync(join(w.sources.migrations, '20260102000000_age'), { recursive: true })
  await expect(w.apply()).rejects.toThrow(
    /is from a newer version of Firsthand \(it knows "20260102000000_age"\)/,
  )
})

test('a half-done migration of another tool is refused', async () => {
  const w = world()
  await w.apply()
  w.sql('UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(w.apply()).rejects.toThrow(/"20260101000000_pets" stopped half-way/)
})

test('a running server is refused', async () => {
  const w = world()
  await w.apply()
  w.write(second('SELECT 1;'))
  const release = lockDataDir(w.data)
  await expect(w.apply()).rejects.toThrow(/Another process is using/)
  release()
  expect(await w.apply()).toEqual(['20260102000000_age'])
})

test('a command beside a running server needs nothing when the database is up to date', async () => {
  const w = world()
  await bringUpToDate(w.data, w.sources)
  const release = lockDataDir(w.data)
  await bringUpToDate(w.data, w.sources)
  w.write(second('SELECT 1;'))
  await expect(bringUpToDate(w.data, w.sources)).rejects.toThrow(/Another process is using/)
  release()
})

test.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])(
  'a database busy with %s is refused untouched',
  async begin => {
    const w = world()
    await w.apply()
    w.write(second('SELECT 1;'))
    const other = new Database(w.file)
    other.exec(begin)
    await expect(w.apply()).rejects.toThrow(/app\.db is open in another process: stop the server first/)
    other.exec('ROLLBACK')
    other.close()
    expect(await w.apply()).toEqual(['20260102000000_age'])
  },
)

test('a changed schema makes the migration that brings the database to it, and then agrees', async () => {
  const w = world({})
  expect(await createMigration('a_pets', w.sources)).toMatch(/\d{14}_a_pets$/)
  expect(await planMigration('check', w.sources)).toBeUndefined()
  writeFileSync(join(w.sources.schema, 'pets.prisma'), 'model Pet {\n  id String @id\n  age Int?\n}\n')
  expect((await planMigration('check', w.sources))?.script).toContain('ADD COLUMN "age" INTEGER')
  await w.apply()
  w.sql(`INSERT INTO "Pet" VALUES ('kept')`)
  await createMigration('b_age', w.sources)
  await w.apply()
  expect(w.sql('SELECT id, age FROM "Pet"')).toEqual([{ id: 'kept', age: null }])
  expect(await createMigration('nothing', w.sources)).toBeUndefined()
})
