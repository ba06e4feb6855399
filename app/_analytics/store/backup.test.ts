import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backup, backupsIn, restore } from './backup'
import type { EventStore } from './event-store'
import { openSegmentStore } from './segments'

let dir: string
let into: string
let store: EventStore
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'backup-'))
  into = join(dir, 'backups')
  store = await openSegmentStore(dir, { lookEvery: 0 })
  const app = new Database(join(dir, 'app.db'))
  app.exec("CREATE TABLE setting (name TEXT); INSERT INTO setting VALUES ('kept')")
  app.close()
  writeFileSync(join(dir, 'secret'), 'the secret')
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

const at = Date.UTC(2026, 4, 4, 12)
const append = async (from: number, to: number) => {
  for (let i = from; i < to; i++) {
    const hit = { _p: `person ${i % 7}`, _n: 'page view', _t: at / 1000 + i, _r: at + i * 1000 }
    await store.append('site_a', hit._r, JSON.stringify(hit))
  }
}
const count = async (): Promise<number> =>
  (await store.query('site_a', { report: 'events' })).events[0]?.count ?? 0
const exported = async () => {
  let text = ''
  for await (const piece of store.export('site_a')) text += piece
  return text
}

test('a backup of a store in use, restored after everything was lost, answers as on that day', async () => {
  await append(0, 30)
  await store.compact()
  await append(30, 40)
  const text = await exported()
  const { folder, files } = await store.backup({ into, at, keep: 3 })
  expect(files).toBe(4)
  await append(40, 55)
  await store.close()

  const aside = restore(dir, folder, at)
  store = await openSegmentStore(dir, { lookEvery: 0 })
  expect(await count()).toBe(40)
  expect(await exported()).toBe(text)
  await store.compact()
  expect(await count()).toBe(40)
  expect(existsSync(join(aside ?? '', 'sites', 'site_a.db'))).toBe(true)
  const app = new Database(join(dir, 'app.db'))
  expect(app.prepare('SELECT name FROM setting').get()).toMatchObject({ name: 'kept' })
  app.close()
})

test('hits that are compacted while the backup is made are in it once', async () => {
  await append(0, 20)
  await store.close()
  // The copy of the log is of before the compaction, that of the site of after it.
  backup(dir, { into, at, keep: 3 })
  store = await openSegmentStore(dir, { lookEvery: 0 })
  await store.compact()
  await store.close()
  const { folder } = backup(dir, { into, at: at + 1, keep: 3 })
  const log = new Database(join(folder, 'log.db'))
  const first = join(into, backupsIn(into)[1] as string)
  log.exec(`ATTACH '${join(first, 'log.db')}' AS earlier; INSERT INTO hit SELECT * FROM earlier.hit`)
  log.close()
  rmSync(join(dir, 'log.db'))
  restore(dir, rewritten(folder), at + 2)
  store = await openSegmentStore(dir, { lookEvery: 0 })
  expect(await count()).toBe(20)
})

/** The same backup with the digests of its files as they are now. */
function rewritten(folder: string): string {
  const copy = join(into, 'again')
  const { folder: made } = backup(folder, { into: copy, at, keep: 1 })
  return made
}

test('only so many are kept, and one that is not whole is neither kept nor restored', async () => {
  await append(0, 3)
  for (let i = 0; i < 5; i++) await store.backup({ into, at: at + i * 1000, keep: 2 })
  const kept = backupsIn(into)
  expect(kept).toEqual(['2026-05-04T12-00-04-000Z', '2026-05-04T12-00-03-000Z'])
  expect(readdirSync(into)).toHaveLength(2)
  const folder = join(into, kept[0] as string)
  appendFileSync(join(folder, 'log.db'), 'x')
  expect(() => restore(dir, folder, at)).toThrow(/log\.db is not what was backed up: nothing was restored/)
  expect(await count()).toBe(3)
  expect(() => restore(dir, into, at)).toThrow(/is no backup/)
})
