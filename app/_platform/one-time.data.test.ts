import { beforeAll, expect, it } from 'vitest'
import { useTestDb } from '../../e2e/testing/database'
import type { Db } from './db'
import { isGood, issueOnce, redeem } from './one-time.data'

let db: Db
beforeAll(async () => {
  db = (await useTestDb()).db
})

const at = (ms: number) => () => 1_000_000 + ms
const issue = (scope: string, subject: string) => issueOnce({ scope, subject, lasts: 1000 }, at(0))

it('works once, for one of those who race', async () => {
  const token = await issue('confirm', 'ann')
  const racing = await Promise.allSettled([1, 2, 3].map(() => redeem('confirm', token, at(1))))
  expect(racing.filter(one => one.status === 'fulfilled').map(one => one.value)).toEqual(['ann'])
  expect(await isGood('confirm', token, at(1))).toBe(false)
})

it('works until it expires, for its own scope, and only the newest one', async () => {
  const old = await issue('confirm', 'ben')
  const token = await issue('confirm', 'ben')
  expect(await isGood('confirm', old, at(0))).toBe(false)
  expect(await isGood('reset', token, at(0))).toBe(false)
  expect(await isGood('confirm', token, at(999))).toBe(true)
  expect(await isGood('confirm', token, at(1000))).toBe(false)
  await expect(redeem('reset', token, at(0))).rejects.toMatchObject({ code: 'gone' })
  await expect(redeem('confirm', token, at(1000))).rejects.toMatchObject({ code: 'gone' })
  expect(await redeem('confirm', token, at(999))).toBe('ben')
})

it('is stored only hashed', async () => {
  const token = await issue('confirm', 'cat')
  expect(JSON.stringify(await db.oneTimeToken.findMany())).not.toContain(token)
})
