import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Hit } from '../hit'
import { answer } from '../reports/answer'
import { compactLog } from './compaction'
import { exportSite } from './export'
import { logFile } from './log'
import { LogWriter } from './log-writer'
import { siteFile } from './site-file'
import { SiteReader } from './site-reader'

let dir: string
let log: LogWriter
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'compaction-'))
  log = new LogWriter(dir)
})
afterEach(() => {
  log.close()
  rmSync(dir, { recursive: true })
})

const at = Date.UTC(2026, 4, 4, 12) / 1000

function append(site: string, from: number, to: number): void {
  const hits: Hit[] = Array.from({ length: to - from }, (_, i) => ({
    _p: `person ${i % 500}`,
    _n: `event ${i % 5}`,
    _t: at + from + i,
    _r: (at + from + i) * 1000,
    url: `https://x.io/${i % 300}`,
    amount: `${i / 4}`,
  }))
  log.append({
    sites: hits.map(() => site),
    received: hits.map(hit => hit._r),
    lines: hits.map(hit => JSON.stringify(hit)),
    ids: hits.map(() => undefined),
  })
}

const seconds = (site: string) =>
  [...exportSite(dir, site)]
    .join('')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line)._t - at)

function total(site: string): number {
  const reader = new SiteReader(dir, site)
  const found = reader.read(source => answer(source, { report: 'events' }))
  reader.close()
  return found.events.reduce((sum, event) => sum + event.count, 0)
}

/** Compacts in a process of its own, which is killed once it has written so many bytes to the site's file. */
async function compactAndKill(site: string, after: number): Promise<void> {
  const script = `
    const { Worker } = require('node:worker_threads')
    const worker = new Worker('./.build/compactor.mjs', { workerData: ${JSON.stringify({ dataDir: dir })} })
    worker.on('message', () => process.exit())
    worker.postMessage({ id: 1, request: { verb: 'compact' } })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'inherit'] })
  const written = `${siteFile(dir, site)}-wal`
  const timer = setInterval(() => {
    if (existsSync(written) && statSync(written).size > after) child.kill('SIGKILL')
  }, 1)
  await once(child, 'exit')
  clearInterval(timer)
}

test('a compactor that is killed again and again loses nothing and takes nothing twice', async () => {
  const size = 5000
  for (let round = 0; round < 6; round++) {
    append('site_a', round * size, (round + 1) * size)
    append('site_b', round * 100, (round + 1) * 100)
    await compactAndKill('site_a', round * 150_000)
    expect(total('site_a')).toBe((round + 1) * size)
  }
  const everything = Array.from({ length: 6 * size }, (_, i) => i)
  expect(seconds('site_a')).toEqual(everything)
  const { contained, failures } = compactLog(dir)
  expect(failures).toEqual([])
  while (log.trim(contained)) {}
  expect(seconds('site_a')).toEqual(everything)
  expect(seconds('site_b')).toEqual(everything.slice(0, 600))
  expect([total('site_a'), total('site_b')]).toEqual([6 * size, 600])
  const db = new Database(siteFile(dir, 'site_a'))
  expect(db.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
  db.close()
}, 60_000)

test('compacting what was compacted already, but not trimmed, changes nothing', () => {
  append('site_a', 0, 50)
  append('site_b', 0, 5)
  expect(compactLog(dir)).toEqual({ contained: 55, failures: [] })
  expect(compactLog(dir)).toEqual({ contained: 55, failures: [] })
  expect(seconds('site_a')).toHaveLength(50)
  while (log.trim(55)) {}
  expect(compactLog(dir)).toEqual({ contained: 0, failures: [] })
  append('site_a', 50, 60)
  expect(compactLog(dir)).toEqual({ contained: 65, failures: [] })
  expect(seconds('site_a')).toEqual(Array.from({ length: 60 }, (_, i) => i))
})

test('small runs become one, and hold what they held', () => {
  for (let i = 0; i < 20; i++) {
    append('site_a', i * 10, i * 10 + 12)
    while (log.trim(compactLog(dir).contained)) {}
  }
  const db = new Database(siteFile(dir, 'site_a'))
  const runs = db.prepare('SELECT first, rows FROM run ORDER BY first').all()
  const counted = db.prepare('SELECT sum(rows) AS rows FROM segment WHERE property = 0 AND event > 0').get()
  db.close()
  expect(runs.length).toBeLessThan(8)
  expect(runs[0]).toMatchObject({ first: 0 })
  expect(seconds('site_a')).toHaveLength(240)
  expect(total('site_a')).toBe((counted as { rows: number }).rows)
})

test('without a log there is nothing to do', () => {
  log.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(logFile(dir) + suffix, { force: true })
  expect(compactLog(dir)).toEqual({ contained: 0, failures: [] })
  log = new LogWriter(dir)
})
