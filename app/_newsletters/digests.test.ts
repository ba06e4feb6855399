import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addressHash } from '@/_audience/address'
import { deliverNext } from '@/_audience/deliver'
import type { Message } from '@/_audience/transport'
import { unsubscribe } from '@/_audience/unsubscribe.data'
import { unsubscribeToken } from '@/_audience/unsubscribe-token'
import { day, hour } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { useTestDb } from '../../e2e/testing/database'
import { saveDraft, schedule } from './broadcasts.data'
import { digestsDue, nextDigestTime, planNextDigests } from './digests.data'
import { newsletterJobs } from './jobs'
import { letterWriters } from './letters.data'

let db: Db
/** A Thursday. */
const time = { now: Date.UTC(2026, 0, 1, 12) }
const clock = () => time.now
const staff = { userId: 'u', email: '', name: '', staff: true, demo: false, memberships: [] }
const sent: Message[] = []
const transport = async (message: Message) => {
  sent.push(message)
  return { providerId: message.id }
}
const writers = letterWriters(clock)
const work = async () => {
  while (await runNextJob(newsletterJobs(clock), clock)) {}
  while (await deliverNext({ transport, clock, writers })) {}
}
/** Lets the days pass, hour by hour. */
async function until(at: number): Promise<void> {
  while (time.now < at) {
    time.now += 6 * hour
    await work()
  }
}
async function reader(name: string, frequency: string, topics = ['newsletter', 'product']): Promise<void> {
  const email = `${name}@example.com`
  const at = new Date(time.now)
  await db.subscriber.create({
    data: {
      id: `subscriber_${name}`,
      email,
      emailHash: addressHash(email),
      frequency,
      createdAt: at,
      subscriptions: { create: topics.map(topic => ({ topic, state: 'confirmed', askedAt: at })) },
    },
  })
}
async function broadcast(subject: string, topic: 'newsletter' | 'product' = 'newsletter'): Promise<void> {
  const text = { topic, subject, subjectB: '', preheader: '', source: 'Words', segment: '', listed: true }
  const id = await saveDraft(staff, undefined, text, clock)
  const plan = { localTime: '', zone: 'UTC', inReaderZone: false, perHour: 0, testPercent: 0, testHours: 1 }
  await schedule(staff, id, plan, clock)
  await work()
}
const subjects = (name: string) => sent.filter(({ to }) => to.startsWith(name)).map(({ subject }) => subject)

beforeAll(async () => {
  db = (await useTestDb()).db
})
beforeEach(async () => {
  time.now = Date.UTC(2026, 0, 1, 12)
  sent.length = 0
  for (const table of ['outboxMessage', 'broadcast', 'subscriber', 'suppression', 'job'] as const)
    await (db[table] as { deleteMany: () => Promise<unknown> }).deleteMany()
  await planNextDigests(clock)
})

test('weekly readers get one message of all they missed, and none for a week in which nothing happened', async () => {
  await reader('ann', 'weekly')
  await reader('bob', 'each')
  await broadcast('First news')
  await broadcast('Product changes', 'product')
  expect(subjects('bob')).toEqual(['First news', 'Product changes'])
  expect(subjects('ann')).toEqual([])
  await until(Date.UTC(2026, 0, 12, 12))
  expect(subjects('ann')).toEqual(['Your week: 2 messages'])
  const [digest] = sent.filter(({ to }) => to.startsWith('ann'))
  for (const part of [digest!.html, digest!.text]) {
    expect(part).toContain('First news')
    expect(part).toMatch(/\/newsletter\/archive\/product-changes-/)
  }
  await broadcast('Later news')
  await until(Date.UTC(2026, 0, 19, 12))
  expect(subjects('ann')).toEqual(['Your week: 2 messages', 'Your week: Later news'])
})

test('monthly readers wait for the first of the month', async () => {
  await reader('mo', 'monthly')
  await broadcast('January news')
  await until(Date.UTC(2026, 0, 31, 12))
  expect(subjects('mo')).toEqual([])
  await until(Date.UTC(2026, 1, 1, 12))
  expect(subjects('mo')).toEqual(['Your month: January news'])
})

test('what was left since is not told, and what is paused waits for the end of the pause', async () => {
  await reader('ann', 'weekly')
  await reader('eve', 'weekly')
  await broadcast('First news')
  await broadcast('Product changes', 'product')
  await db.subscriber.updateMany({
    where: { id: 'subscriber_eve' },
    data: { pausedUntil: new Date(Date.UTC(2026, 0, 8)) },
  })
  const proof = { wording: '', address: '' }
  await unsubscribe(unsubscribeToken(addressHash('ann@example.com'), 'topic:newsletter'), proof, clock)
  await until(Date.UTC(2026, 0, 6))
  expect(subjects('ann')).toEqual(['Your week: Product changes'])
  expect(subjects('eve')).toEqual([])
  await until(Date.UTC(2026, 0, 13))
  expect(subjects('eve')).toEqual(['Your week: 2 messages'])
})

test('one press ends all topics of a digest', async () => {
  await reader('ann', 'weekly')
  await broadcast('First news')
  await broadcast('Product changes', 'product')
  await until(Date.UTC(2026, 0, 6))
  const [, link] = sent[0]!.headers['List-Unsubscribe']!.match(/token=([\w.-]+)/)!
  await unsubscribe(link!, { wording: '', address: '' }, clock)
  const left = await db.subscription.findMany({ where: { state: 'left' } })
  expect(left.map(({ topic }) => topic).sort()).toEqual(['newsletter', 'product'])
})

test('a deployment that was down on the day writes its digests when it is back', () => {
  const monday = Date.UTC(2026, 0, 5, 8)
  expect(digestsDue(monday, monday)).toEqual(['week'])
  expect(digestsDue(monday + day, monday + day)).toEqual([])
  expect(digestsDue(monday - day, monday + 2 * day)).toEqual(['week'])
  expect(digestsDue(Date.UTC(2026, 1, 1, 8), Date.UTC(2026, 1, 3))).toEqual(['week', 'month'])
  expect(nextDigestTime(monday)).toBe(monday + day)
  expect(nextDigestTime(monday - 1)).toBe(monday)
})
