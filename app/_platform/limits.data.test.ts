import { beforeAll, expect, it } from 'vitest'
import { useTestDb } from '../../e2e/testing/database'
import type { Db } from './db'
import { giveBack, type Limit, take } from './limits.data'

const limit: Limit = { name: 'test', burst: 3, every: 1000 }
let db: Db

beforeAll(async () => {
  db = (await useTestDb()).db
})

const at = (ms: number) => () => 1_000_000 + ms

it('lets a burst through, then one at a time, and says how long to wait', async () => {
  const waits: number[] = []
  for (const ms of [0, 0, 0, 0, 400, 1000, 1000, 1999, 2000]) waits.push(await take(limit, 'ann', at(ms)))
  expect(waits).toEqual([0, 0, 0, 1000, 600, 0, 1000, 1, 0])
})

it('never holds more than its burst', async () => {
  await take(limit, 'ben', at(0))
  const waits: number[] = []
  for (let time = 0; time < 4; time++) waits.push(await take(limit, 'ben', at(60_000)))
  expect(waits).toEqual([0, 0, 0, 1000])
})

it('is not filled by a clock that goes back', async () => {
  for (let time = 0; time < 3; time++) await take(limit, 'cat', at(5000))
  expect(await take(limit, 'cat', at(0))).toBe(1000)
})

it('gives exactly its burst to requests that race', async () => {
  const waits = await Promise.all(Array.from({ length: 12 }, () => take(limit, 'dan', at(0))))
  expect(waits.filter(wait => wait === 0)).toHaveLength(3)
})

it('takes a token back, up to its burst', async () => {
  await take(limit, 'eve', at(0))
  await giveBack(limit, 'eve')
  await giveBack(limit, 'eve')
  const waits: number[] = []
  for (let time = 0; time < 4; time++) waits.push(await take(limit, 'eve', at(0)))
  expect(waits).toEqual([0, 0, 0, 1000])
})

it('keeps limits apart, and the name of nobody', async () => {
  await Promise.all([1, 2, 3].map(() => take(limit, 'fay@example.com', at(0))))
  expect(await take({ ...limit, name: 'other' }, 'fay@example.com', at(0))).toBe(0)
  expect(JSON.stringify(await db.rateBucket.findMany())).not.toContain('fay')
})
