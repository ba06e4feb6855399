import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generate } from '../demo/generate'
import { publicSite } from '../demo/public-site'
import { bulkWrite, bulkWriteAside } from './bulk'
import { exportSite } from './export'
import { openSiteFile } from './site-file'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bulk-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const hits = () =>
  generate({ world: publicSite('https://x.io'), now: Date.UTC(2026, 10, 24, 10), events: 3_000 })

function columns(site: string): unknown[] {
  const db = openSiteFile(dir, site)
  const rows = db
    .prepare('SELECT event, bot, day, run, property, kind, rows, hex(data) AS data FROM segment ORDER BY id')
    .all()
  db.close()
  return rows
}

test('a thread of its own writes the same file', async () => {
  const progress: number[] = []
  const written = bulkWrite(dir, 'site_a', hits())
  expect(written).toBeGreaterThan(2_000)
  expect(await bulkWriteAside(dir, 'site_b', hits(), done => progress.push(done))).toBe(written)
  expect(progress.at(-1)).toBe(written)
  expect([...exportSite(dir, 'site_b')].join('')).toBe([...exportSite(dir, 'site_a')].join(''))
  expect(columns('site_b')).toEqual(columns('site_a'))
})

test('what the thread can not write is the caller’s error', async () => {
  const db = openSiteFile(dir, 'site_a')
  db.exec('PRAGMA user_version = 99')
  db.close()
  await expect(bulkWriteAside(dir, 'site_a', hits())).rejects.toThrow(/site_a\.db is of version 99/)
})
