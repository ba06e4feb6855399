import { beforeEach, expect, test } from 'vitest'
import { useTestDb } from '../../e2e/testing/database'
import { hour, minute } from './clock'
import type { Db } from './db'
import { enqueue, runNextJob } from './jobs.data'

let db: Db
const time = { now: Date.UTC(2026, 0, 1) }
const clock = () => time.now
const add = (key: string, runAt = time.now) =>
  enqueue(db, { kind: 'note', key, payload: { key }, runAt, now: time.now })

beforeEach(async () => {
  db = (await useTestDb()).db
})

test('a key is queued and run once, when it is due', async () => {
  const ran: unknown[] = []
  const handlers = { note: async (payload: unknown) => void ran.push(payload) }
  await add('a', time.now + hour)
  await add('a')
  expect(await runNextJob(handlers, clock)).toBe(false)
  time.now += hour
  expect(await runNextJob(handlers, clock)).toBe(true)
  expect(await runNextJob(handlers, clock)).toBe(false)
  expect(ran).toEqual([{ key: 'a' }])
})

test('a job that fails keeps its error and is tried again later, and later still', async () => {
  await add('b')
  const failing = { note: () => Promise.reject(new Error('no route')) }
  await runNextJob(failing, clock)
  expect((await db.job.findFirst())?.lastError).toBe('no route')
  expect(await runNextJob(failing, clock)).toBe(false)
  time.now += minute
  expect(await runNextJob(failing, clock)).toBe(true)
  time.now += minute
  expect(await runNextJob(failing, clock)).toBe(false)
  time.now += minute
  expect(await runNextJob({ note: async () => {} }, clock)).toBe(true)
  expect((await db.job.findFirst())?.doneAt).not.toBeNull()
})

test('what a dead process had claimed is run by the next one', async () => {
  await add('c')
  await db.job.updateMany({ data: { claimedAt: new Date(time.now), attempts: 1 } })
  expect(await runNextJob({ note: async () => {} }, clock)).toBe(false)
  time.now += 11 * minute
  expect(await runNextJob({ note: async () => {} }, clock)).toBe(true)
})

test('a job of a kind that nobody handles waits', async () => {
  await add('d')
  expect(await runNextJob({ other: async () => {} }, clock)).toBe(false)
})
