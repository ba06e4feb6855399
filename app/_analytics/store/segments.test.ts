import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '@/_platform/errors'
import type { Hit } from '../hit'
import { bulkWrite } from './bulk'
import type { EventStore } from './event-store'
import { logFile } from './log'
import { openSegmentStore } from './segments'
import { siteFile } from './site-file'
import { siteSchema } from './site-schema'

const at = Date.UTC(2026, 4, 4, 12) / 1000
const hit = (i: number, more: Partial<Hit> = {}): Hit => ({
  _p: `person ${i % 7}`,
  _n: 'page view',
  _t: at + i,
  _r: (at + i) * 1000,
  url: `https://x.io/${i}`,
  ...more,
})

let dir: string
let store: EventStore
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'store-'))
  store = await openSegmentStore(dir, { lookEvery: 0 })
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

const append = (site: string, hits: Hit[]) =>
  Promise.all(hits.map(one => store.append(site, one._r, JSON.stringify(one), one._i)))

const hits = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => hit(from + i))

async function exported(site: string): Promise<unknown[]> {
  let text = ''
  for await (const piece of store.export(site)) text += piece
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}

const metric = (site: string) =>
  store.query(site, {
    report: 'metric',
    event: 'Page View',
    from: '2026-05-04',
    to: '2026-05-04',
    zone: 'UTC',
  })

const waiting = () => {
  const db = new Database(logFile(dir))
  const { rows } = db.prepare('SELECT count(*) AS rows FROM hit').get() as { rows: number }
  db.close()
  return rows
}

test('what was acknowledged is in the next report, before and after compaction', async () => {
  await append('site_a', hits(0, 20))
  expect((await metric('site_a')).total).toEqual({ count: 20, people: 7 })
  await store.compact()
  expect(waiting()).toBe(0)
  expect((await metric('site_a')).total).toEqual({ count: 20, people: 7 })
  await append('site_a', hits(15, 30))
  expect((await metric('site_a')).total).toEqual({ count: 30, people: 7 })
  await store.compact()
  expect((await metric('site_a')).total).toEqual({ count: 30, people: 7 })
})

test('a site that nothing is known of has empty reports and an empty export', async () => {
  expect(await store.query('site_z', { report: 'events' })).toEqual({ events: [] })
  expect((await metric('site_z')).days).toEqual([{ day: '2026-05-04', count: 0, people: 0 }])
  expect(await exported('site_z')).toEqual([])
})

test('what a report can not answer comes back as the error that it is', async () => {
  const query = { report: 'metric', event: 'x', from: '2026-05-04', to: '2026-05-03', zone: 'UTC' } as const
  await expect(store.query('site_a', query)).rejects.toBeInstanceOf(AppError)
  await expect(store.query('site_a', query)).rejects.toMatchObject({ code: 'invalid', field: 'to' })
  const nowhere = { ...query, to: '2026-05-04', zone: 'Mars/Olympus' }
  await expect(store.query('site_a', nowhere)).rejects.toMatchObject({ code: 'invalid', field: 'zone' })
  await expect(store.query('../app', query)).rejects.toMatchObject({ code: 'invalid' })
})

test('the export holds every hit in receive order, duplicates too, in the raw-export form', async () => {
  const before = hits(0, 2500)
  const odd = [
    hit(1, { _i: 'i-1', _b: 1 }),
    { _p: 'person 1', _p2: 'anna@x.io', _t: at, _r: at * 1000 },
    { _p: 'person 1', _t: at, _r: at * 1000, plan: 'Gold "1"\n\té😀' },
    { _n: 'page view', _t: at - 86_400 * 900, _r: at * 1000 },
  ] satisfies Hit[]
  await append('site_a', before)
  await append('site_b', hits(0, 3))
  await store.compact()
  await append('site_a', [...odd, ...hits(0, 10)])
  await store.compact()
  await append('site_a', hits(5, 15))
  const wanted = [...before, ...odd, ...hits(0, 10), ...hits(5, 15)].map(
    ({ _r, _i, _b, ...line }: Hit) => line,
  )
  expect(await exported('site_a')).toEqual(wanted)
  expect(await exported('site_b')).toHaveLength(3)
})

test('an export that is read slowly keeps its place while runs are merged under it', async () => {
  await append('site_a', hits(0, 3000))
  await store.compact()
  const pieces = store.export('site_a')[Symbol.asyncIterator]()
  let text = (await pieces.next()).value as string
  for (let i = 0; i < 10; i++) {
    await append('site_a', hits(3000 + i * 10, 3010 + i * 10))
    await store.compact()
  }
  await append('site_a', hits(3100, 3105))
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) text += piece.value
  const times = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line)._t - at)
  expect(times).toEqual(Array.from({ length: 3105 }, (_, i) => i))
})

test('a report that is asked for while the log is compacted again and again counts every hit once', async () => {
  let added = 0
  const counts: number[] = []
  for (let round = 0; round < 12; round++) {
    await append('site_a', hits(added, added + 50))
    added += 50
    const [, before] = await Promise.all([store.compact(), metric('site_a'), metric('site_a')])
    counts.push(before.total.count)
  }
  expect(counts).toEqual(Array.from({ length: 12 }, (_, i) => (i + 1) * 50))
})

test('an import counts with what is in the log, whoever comes first', async () => {
  await append('site_a', hits(0, 10))
  expect((await metric('site_a')).total.count).toBe(10)
  expect(bulkWrite(dir, 'site_a', hits(10, 40))).toBe(30)
  expect((await metric('site_a')).total).toEqual({ count: 40, people: 7 })
  await store.compact()
  expect((await metric('site_a')).total).toEqual({ count: 40, people: 7 })
})

test('a file of a newer version is refused by name, keeps its hits in the log and holds up no other', async () => {
  await append('site_a', hits(0, 5))
  await append('site_b', hits(0, 5))
  await store.compact()
  const db = new Database(siteFile(dir, 'site_a'))
  db.exec('PRAGMA user_version = 99')
  db.close()
  await append('site_a', hits(5, 9))
  await append('site_b', hits(5, 10))
  await store.compact()
  expect((await metric('site_b')).total.count).toBe(10)
  expect(waiting()).toBeGreaterThanOrEqual(4)
  const fresh = await openSegmentStore(dir, { lookEvery: 0 })
  await expect(fresh.query('site_a', { report: 'events' })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/site_a\.db is of version 99/),
  })
  await fresh.close()
  const again = new Database(siteFile(dir, 'site_a'))
  again.exec(`PRAGMA user_version = ${siteSchema.length}`)
  again.close()
  await store.compact()
  expect((await metric('site_a')).total.count).toBe(9)
  expect(waiting()).toBe(0)
})

test('a site file that was moved here from another log takes in what this log holds', async () => {
  await append('site_a', hits(0, 20))
  await store.compact()
  await store.close()
  rmSync(logFile(dir))
  store = await openSegmentStore(dir, { lookEvery: 0 })
  await append('site_a', hits(20, 25))
  expect((await metric('site_a')).total.count).toBe(25)
  await store.compact()
  expect((await metric('site_a')).total.count).toBe(25)
  expect(await exported('site_a')).toHaveLength(25)
})

test('the timer compacts a log that has grown or aged', async () => {
  await store.close()
  store = await openSegmentStore(dir, { lookEvery: 10, maxRows: 100, maxAge: 50 })
  await append('site_a', hits(0, 150))
  await expect.poll(waiting).toBe(0)
  await append('site_a', hits(150, 151))
  await expect.poll(waiting).toBe(0)
  expect((await metric('site_a')).total.count).toBe(151)
})
