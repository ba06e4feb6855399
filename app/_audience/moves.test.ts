import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../e2e/testing/database'
import { addressHash } from './address'
import { askToMove, confirmMove, forgetOldMoves, readMove } from './moves.data'
import { propsOf } from './outbox.data'
import { readMailSettings, sendPreferencesLink } from './preferences.data'
import { preferencesToken } from './preferences-token'
import { settingsToken } from './settings-token'
import { turnOn, wants } from './subscribers.data'
import { unsubscribe } from './unsubscribe.data'

let db: Db
const time = { now: Date.UTC(2026, 0, 1) }
const clock = () => time.now
const from = '203.0.113.77'
const proof = { kind: 'confirmed', wording: 'Confirm', address: from } as const

async function subscriber(name: string, topic: 'newsletter' | 'webinars') {
  const email = `${name}@example.com`
  const row = { id: `subscriber_${name}`, email, emailHash: addressHash(email) }
  await db.subscriber.create({ data: { ...row, createdAt: new Date(time.now) } })
  await turnOn(db, row, topic, proof, time.now)
}
const ask = (email: string) =>
  askToMove(preferencesToken(addressHash('ann@example.com'), time.now), email, clock)
/** The link that lies in an address's mailbox. */
const linkOf = async (email: string) => {
  const mail = await db.outboxMessage.findFirst({ where: { template: 'move-address', to: email } })
  return new URL((propsOf(mail!) as { link: string }).link).searchParams.get('token')!
}
const wanted = (email: string, topic: string) => wants(addressHash(email), `topic:${topic}`, time.now)

beforeAll(async () => {
  db = (await useTestDb()).db
})
beforeEach(async () => {
  time.now += 10 * day
  await subscriber('ann', 'newsletter')
})
afterEach(async () => {
  await db.subscriber.deleteMany()
  await db.suppression.deleteMany()
  await db.outboxMessage.deleteMany()
})

test.each([
  ['old', 'new'],
  ['new', 'old'],
])('settings move when both ends agreed, the %s one first; looking changes nothing', async first => {
  await ask(' New@Example.com')
  const [old, other] = [await linkOf('ann@example.com'), await linkOf('new@example.com')]
  const order = first === 'old' ? [old, other] : [other, old]
  await readMove(old, time.now)
  await confirmMove(order[0]!, from, clock)
  await confirmMove(order[0]!, from, clock)
  expect(await readMove(order[0]!, time.now)).toMatchObject({ pressed: true, otherPressed: false })
  expect(await wanted('ann@example.com', 'newsletter')).toBe(true)
  expect(await wanted('new@example.com', 'newsletter')).toBe(false)
  await confirmMove(order[1]!, from, clock)
  expect(await wanted('ann@example.com', 'newsletter')).toBe(false)
  expect(await wanted('new@example.com', 'newsletter')).toBe(true)
  expect(await readMove(old, time.now)).toEqual({ done: true })
  const said = await db.consentRecord.findMany({ where: { subscriberId: 'subscriber_ann' } })
  expect(said.map(({ subject }) => subject).sort()).toEqual(['address', 'newsletter'])
})

test('an address that reads already keeps what it asked for, and nobody learns that it does', async () => {
  await subscriber('bob', 'webinars')
  await ask('bob@example.com')
  const seen = JSON.stringify(await readMove(await linkOf('ann@example.com'), time.now))
  expect(seen).not.toMatch(/bob|ann/)
  for (const email of ['ann@example.com', 'bob@example.com'])
    await confirmMove(await linkOf(email), from, clock)
  expect(await db.subscriber.count()).toBe(1)
  expect([
    await wanted('bob@example.com', 'newsletter'),
    await wanted('bob@example.com', 'webinars'),
  ]).toEqual([true, true])
})

test('a move that one end did not confirm in three days is forgotten', async () => {
  await ask('new@example.com')
  const link = await linkOf('new@example.com')
  await expect(readMove(link, time.now + 3 * day)).rejects.toMatchObject({ code: 'gone' })
  await forgetOldMoves(time.now + 3 * day)
  expect(await db.addressChange.count()).toBe(0)
})

test('it moves nowhere but to another address, and asks three times an hour at most', async () => {
  await expect(ask('ann@example.com')).rejects.toMatchObject({ code: 'invalid' })
  for (const n of [1, 2, 3]) await ask(`n${n}@example.com`)
  await expect(ask('n4@example.com')).rejects.toMatchObject({ code: 'too_many' })
})

test('a passed-on mail ends mail and shows a masked address; the rest goes to the address itself', async () => {
  const token = settingsToken(addressHash('ann@example.com'), 'topic:newsletter', time.now + 90 * day)
  const seen = await readMailSettings(token, time.now)
  expect(seen).toMatchObject({ address: 'a•••@example.com', what: 'Newsletter' })
  expect(JSON.stringify(seen)).not.toContain('ann')
  await db.outboxMessage.deleteMany()
  await sendPreferencesLink(token, from, clock)
  expect((await db.outboxMessage.findMany()).map(({ to, template }) => [to, template])).toEqual([
    ['ann@example.com', 'preferences-link'],
  ])
  await expect(readMailSettings(token, time.now + 90 * day)).rejects.toMatchObject({ code: 'gone' })
  await unsubscribe(seen.stopAll, proof, clock)
  expect(await db.suppression.findMany()).toMatchObject([{ scope: '*', reason: 'unsubscribed' }])
})
