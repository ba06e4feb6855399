import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day, hour } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { sign } from '@/_platform/secret'
import { useTestDb } from '../../e2e/testing/database'
import { addressHash } from './address'
import { propsOf } from './outbox.data'
import type { Change } from './preference-change'
import { askForPreferences, changePreferences, exportPreferences, readPreferences } from './preferences.data'
import { turnOn, wants } from './subscribers.data'
import { isSuppressed, suppress } from './suppressions.data'
import { unsubscribeToken } from './unsubscribe-token'

let db: Db
let hash: string
const time = { now: Date.UTC(2026, 0, 1) }
const clock = () => time.now
const ann = 'ann@example.com'
const from = '203.0.113.77'
const token = () => sign('preferences', hash, time.now + hour)
const change = (what: Change) => changePreferences(token(), what, from, clock)
const read = () => readPreferences(token(), time.now)
const wanted = (topic: string) => wants(hash, `topic:${topic}`, time.now)

beforeAll(async () => {
  db = (await useTestDb()).db
  hash = addressHash(ann)
})
beforeEach(async () => {
  time.now += 10 * day
  const subscriber = { id: 'subscriber_1', email: ann, emailHash: hash }
  await db.subscriber.create({ data: { ...subscriber, createdAt: new Date(time.now) } })
  const proof = { kind: 'confirmed', wording: 'Confirm', address: from } as const
  await turnOn(db, subscriber, 'newsletter', proof, time.now)
})
afterEach(async () => {
  await db.subscriber.deleteMany()
  await db.suppression.deleteMany()
  await db.outboxMessage.deleteMany()
})

test('a link goes to a known address alone, and its caller can not tell', async () => {
  await db.outboxMessage.deleteMany()
  await expect(askForPreferences('nobody@example.com', from, clock)).resolves.toBeUndefined()
  expect(await db.outboxMessage.count()).toBe(0)
  await askForPreferences(' Ann@Example.com', from, clock)
  const [mail] = await db.outboxMessage.findMany()
  expect(mail).toMatchObject({ template: 'preferences-link', to: ann })
  const given = new URL((propsOf(mail!) as { link: string }).link).searchParams.get('token')!
  expect((await readPreferences(given, time.now + hour - 1)).address).toBe('a•••@example.com')
  await expect(readPreferences(given, time.now + hour)).rejects.toMatchObject({ code: 'gone' })
})

test('what is saved is in force, and written down', async () => {
  await change({ act: 'save', topics: ['webinars'], frequency: 'weekly', measured: false })
  expect(await Promise.all(['newsletter', 'webinars', 'product'].map(wanted))).toEqual([false, true, false])
  const { frequency, measured, history, topics } = await read()
  expect({ frequency, measured }).toEqual({ frequency: 'weekly', measured: false })
  const state = (topic: string) => topics.find(({ name }) => name === topic)?.state
  expect(['newsletter', 'product', 'webinars'].map(state)).toEqual(['left', 'never', 'confirmed'])
  expect(history.map(one => `${one.kind} ${one.subject}`).sort()).toEqual([
    'changed settings',
    'confirmed newsletter',
    'confirmed webinars',
    'left newsletter',
  ])
})

test.each([30, 90] as const)('a pause of %i days ends by itself, or by a press', async days => {
  await change({ act: 'pause', days })
  expect(await wanted('newsletter')).toBe(false)
  expect((await read()).pausedUntil).toBe(time.now + days * day)
  expect(await wants(hash, 'topic:newsletter', time.now + days * day)).toBe(true)
  await change({ act: 'resume' })
  expect(await wanted('newsletter')).toBe(true)
})

test('all mail stops in one press, and a topic turned on again comes back', async () => {
  await change({ act: 'stop' })
  expect(await isSuppressed(hash, 'thread:x', time.now)).toBe(true)
  expect(await isSuppressed(hash, 'account', time.now)).toBe(false)
  expect((await read()).stopped).toMatchObject({ reason: 'unsubscribed' })
  await change({ act: 'save', topics: ['newsletter'], frequency: 'each', measured: true })
  expect([await wanted('newsletter'), await isSuppressed(hash, 'topic:newsletter', time.now)]).toEqual([
    true,
    false,
  ])
})

test('an address whose mail bounced is told so, and can start again', async () => {
  await suppress(hash, '*', 'bounced', time.now)
  expect((await read()).stopped).toEqual({ reason: 'bounced', at: time.now })
  await change({ act: 'restart' })
  expect((await read()).stopped).toBeNull()
})

test('the export holds all of it; erasure leaves nothing but the hash that stops mail', async () => {
  const held = JSON.stringify(await exportPreferences(token(), time.now))
  for (const part of [ann, 'newsletter', 'Confirm', '203.0.113.0', 'subscribed']) expect(held).toContain(part)
  await change({ act: 'erase' })
  const left = await Promise.all([
    db.subscriber.count(),
    db.subscription.count(),
    db.consentRecord.count(),
    db.outboxMessage.count(),
  ])
  expect(left).toEqual([0, 0, 0, 0])
  expect(await isSuppressed(hash, 'topic:newsletter', time.now)).toBe(true)
  await expect(read()).rejects.toMatchObject({ code: 'gone' })
})

test('looking changes nothing', async () => {
  const kept = async () => JSON.stringify([await db.subscriber.findMany(), await db.consentRecord.findMany()])
  const before = await kept()
  await read()
  await exportPreferences(token(), time.now)
  expect(await kept()).toBe(before)
})

describe('links that open nothing', () => {
  const cases: [what: string, made: () => string, code: string][] = [
    ['none', () => '', 'invalid'],
    ['garbage', () => 'a.b.c', 'invalid'],
    ['the unsubscription link of a mail that was passed on', () => unsubscribeToken(hash, '*'), 'invalid'],
    ['a confirmation link', () => sign('confirm', hash, time.now + hour), 'invalid'],
    ['another address under the same signature', () => token().replace(/^[^.]+/, btoa('other')), 'invalid'],
    ['a longer time under the same signature', () => token().replace(/\.[^.]+\./, '.zzzzzzzz.'), 'invalid'],
    ['an expired one', () => sign('preferences', hash, time.now), 'gone'],
  ]
  test.each(cases)('%s', async (_what, made, code) => {
    await expect(readPreferences(made(), time.now)).rejects.toMatchObject({ code })
    await expect(exportPreferences(made(), time.now)).rejects.toMatchObject({ code })
    await expect(changePreferences(made(), { act: 'erase' }, from, clock)).rejects.toMatchObject({ code })
    expect(await db.subscriber.count()).toBe(1)
  })
})
