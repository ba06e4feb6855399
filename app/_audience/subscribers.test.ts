import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day, hour, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { sign } from '@/_platform/secret'
import { useTestDb } from '../../e2e/testing/database'
import { addressHash } from './address'
import { deliverNext } from './deliver'
import { audienceJobs } from './jobs'
import { mailbox, mailboxTransport } from './mailbox.data'
import { queueMail } from './outbox.data'
import {
  askToSubscribe,
  confirmSubscription,
  forgetUnconfirmed,
  readConfirmation,
  wants,
} from './subscribers.data'
import { suppress } from './suppressions.data'
import type { Topic } from './topics'
import { readUnsubscribe, unsubscribe } from './unsubscribe.data'
import { unsubscribeToken } from './unsubscribe-token'

let db: Db
const time = { now: Date.UTC(2026, 0, 1) }
const clock = () => time.now
const ann = 'ann@example.com'
let hash: string
const wording = 'We send one message first.'
const proof = { wording: 'Confirm', address: '203.0.113.77' }

const ask = (email = ann, topics: Topic[] = ['newsletter'], address = '203.0.113.77') =>
  askToSubscribe({ email, topics, wording, address }, clock)
const deliver = async () => {
  while (await deliverNext({ transport: mailboxTransport(clock), clock })) {}
}
const mails = () => mailbox({ staff: true })
const tokenIn = (text: string, path: string) =>
  decodeURIComponent(text.match(new RegExp(`/email/${path}\\?token=([\\w.%-]+)`))![1]!)
/** Asks, lets the mail arrive, and gives the newest link's token. */
async function asked(email = ann, topics: Topic[] = ['newsletter']): Promise<string> {
  await ask(email, topics)
  time.now += 1000
  await deliver()
  const mail = (await mails()).find(one => one.to === email && one.subject.startsWith('Confirm'))
  return tokenIn(mail!.text, 'confirm')
}
const states = async () =>
  Object.fromEntries((await db.subscription.findMany()).map(one => [one.topic, one.state]))
/** Everything that a request could have changed. */
const everythingKept = async () =>
  JSON.stringify(
    await Promise.all([
      db.subscriber.findMany(),
      db.subscription.findMany(),
      db.consentRecord.findMany(),
      db.suppression.findMany(),
      db.outboxMessage.findMany(),
    ]),
  )

beforeAll(async () => {
  db = (await useTestDb()).db
  hash = addressHash(ann)
})
beforeEach(() => {
  time.now += 100 * day
})
afterEach(async () => {
  await db.subscriber.deleteMany()
  await db.suppression.deleteMany()
  await db.outboxMessage.deleteMany()
  await db.mailboxMessage.deleteMany()
  await db.job.deleteMany()
})

describe('asking and confirming', () => {
  test('nothing but the question is sent before the press; the proof says when, by which words, from where', async () => {
    const token = await asked(' Ann@Example.com '.trim().toLowerCase(), ['newsletter', 'webinars'])
    expect(await states()).toEqual({ newsletter: 'pending', webinars: 'pending' })
    expect(await wants(hash, 'topic:newsletter', time.now)).toBe(false)
    expect(await readConfirmation(token, time.now)).toEqual({
      address: 'a•••@example.com',
      topics: ['newsletter', 'webinars'],
      done: false,
    })
    await confirmSubscription(token, proof, clock)
    expect(await states()).toEqual({ newsletter: 'confirmed', webinars: 'confirmed' })
    expect(await wants(hash, 'topic:newsletter', time.now)).toBe(true)
    expect(await wants(hash, 'topic:product', time.now)).toBe(false)
    const records = await db.consentRecord.findMany({
      where: { subject: 'newsletter' },
      orderBy: { at: 'asc' },
    })
    expect(records.map(({ kind, wording, network }) => [kind, wording, network])).toEqual([
      ['asked', wording, '203.0.113.0'],
      ['confirmed', 'Confirm', '203.0.113.0'],
    ])
    expect(records[1]!.at.getTime()).toBe(time.now)
  })

  test('pressing twice is pressing once; each topic is welcomed once', async () => {
    const token = await asked()
    await confirmSubscription(token, proof, clock)
    await confirmSubscription(token, proof, clock)
    await deliver()
    const welcomes = (await mails()).filter(mail => mail.subject.startsWith('You are on the list'))
    expect(welcomes).toHaveLength(1)
    expect((await readConfirmation(token, time.now)).done).toBe(true)
  })

  test('opening the link changes nothing: scanners open links', async () => {
    const token = await asked()
    const before = await everythingKept()
    await readConfirmation(token, time.now)
    await readUnsubscribe(unsubscribeToken(hash, 'topic:newsletter'), time.now)
    expect(await everythingKept()).toBe(before)
  })

  test('asking again sends a fresh link, also to an address that is on the list, and undoes nothing', async () => {
    const first = await asked()
    await confirmSubscription(first, proof, clock)
    time.now += day
    const second = await asked()
    expect(second).not.toBe(first)
    expect(await states()).toEqual({ newsletter: 'confirmed' })
  })

  test('one address gets at most three questions an hour, and its caller can not tell', async () => {
    for (let times = 0; times < 5; times++)
      await expect(ask(ann, ['newsletter'], `198.51.100.${times}`)).resolves.toBeUndefined()
    expect(await db.outboxMessage.count()).toBe(3)
    time.now += hour
    await ask()
    expect(await db.outboxMessage.count()).toBe(4)
  })

  test('one network asks at most ten times at once', async () => {
    const tenth = (n: number) => ask(`reader${n}@example.com`, ['newsletter'], '192.0.2.9')
    for (let n = 0; n < 10; n++) await tenth(n)
    await expect(tenth(10)).rejects.toMatchObject({ code: 'too_many' })
    time.now += 5 * minute
    await tenth(11)
  })

  test('an unanswered request is forgotten after 7 days by its own job, and what is confirmed stays', async () => {
    await confirmSubscription(await asked('bob@example.com'), proof, clock)
    const token = await asked()
    const late = time.now + 7 * day
    await forgetUnconfirmed(late - 2000)
    expect(await db.subscriber.count()).toBe(2)
    time.now = late + day
    while (await runNextJob(audienceJobs(clock), clock)) {}
    expect((await db.subscriber.findMany()).map(one => one.email)).toEqual(['bob@example.com'])
    await expect(readConfirmation(token, late - hour)).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('whom mail about a topic reaches', () => {
  const letter = (key: string) =>
    queueMail(db, { template: 'subscribed', to: ann, props: { topic: 'newsletter' }, key }, time.now)
  const outcome = async (key: string) => (await db.outboxMessage.findUnique({ where: { key } }))!.state
  /** Each happens after the message was queued. */
  const cases: [what: string, change: () => Promise<unknown>, state: string][] = [
    ['a confirmed subscriber', async () => {}, 'sent'],
    [
      'one who left',
      () => unsubscribe(unsubscribeToken(hash, 'topic:newsletter'), proof, clock),
      'suppressed',
    ],
    [
      'one who left another topic',
      () => unsubscribe(unsubscribeToken(hash, 'topic:webinars'), proof, clock),
      'sent',
    ],
    ['one on a pause', () => pauseUntil(time.now + day), 'suppressed'],
    ['one whose pause is over', () => pauseUntil(time.now - 1), 'sent'],
    ['one whose mail bounced', () => suppress(hash, '*', 'bounced', time.now), 'suppressed'],
    ['one who complained', () => suppress(hash, '*', 'complained', time.now), 'suppressed'],
    ['one who was forgotten', () => db.subscriber.deleteMany(), 'suppressed'],
    [
      'one who has not confirmed',
      () => db.subscription.updateMany({ data: { state: 'pending' } }),
      'suppressed',
    ],
  ]
  const pauseUntil = (at: number) => db.subscriber.updateMany({ data: { pausedUntil: new Date(at) } })

  test.each(cases)('%s', async (_what, change, state) => {
    await confirmSubscription(await asked(ann, ['newsletter', 'webinars']), proof, clock)
    await deliver()
    await letter('letter')
    await change()
    await deliver()
    expect(await outcome('letter')).toBe(state)
  })

  test('who left comes back by asking and confirming anew; the old link does not do it', async () => {
    const first = await asked()
    await confirmSubscription(first, proof, clock)
    await unsubscribe(unsubscribeToken(hash, 'topic:newsletter'), proof, clock)
    await suppress(hash, '*', 'unsubscribed', time.now)
    await expect(confirmSubscription(first, proof, clock)).rejects.toMatchObject({ code: 'gone' })
    time.now += day
    await confirmSubscription(await asked(), proof, clock)
    await letter('back')
    await deliver()
    expect(await outcome('back')).toBe('sent')
  })

  test('"stop asking" gives 30 days of peace from questions, and stops nothing else', async () => {
    await confirmSubscription(await asked(), proof, clock)
    await deliver()
    await unsubscribe(unsubscribeToken(hash, 'asked'), proof, clock)
    expect(await readUnsubscribe(unsubscribeToken(hash, 'asked'), time.now)).toMatchObject({ done: true })
    await letter('letter')
    const before = (await mails()).length
    await ask()
    await deliver()
    expect((await mails()).length).toBe(before + 1)
    expect(await outcome('letter')).toBe('sent')
    time.now += 30 * day
    await ask()
    await deliver()
    expect((await mails()).length).toBe(before + 2)
  })

  test('a dead address can ask again after a day, and confirming brings it back', async () => {
    await suppress(hash, '*', 'bounced', time.now)
    await ask()
    await deliver()
    expect(await mails()).toHaveLength(0)
    time.now += day
    await confirmSubscription(await asked(), proof, clock)
    expect(await db.suppression.count()).toBe(0)
  })
})

describe('links that are none', () => {
  const late = 8 * day
  const good = () => JSON.stringify([hash, ['newsletter'], 'ask_x'])
  const cases: [what: string, token: () => string, code: string][] = [
    ['nothing', () => '', 'invalid'],
    ['garbage', () => 'x.y.z', 'invalid'],
    ['signed for another purpose', () => sign('preferences', good(), time.now + late), 'invalid'],
    ['changed after signing', () => `x${sign('confirm', good(), time.now + late)}`, 'invalid'],
    ['expired', () => sign('confirm', good(), time.now), 'gone'],
    ['of an address that never asked', () => sign('confirm', good(), time.now + late), 'gone'],
  ]
  test.each(cases)('confirm: %s', async (_what, token, code) => {
    const before = await everythingKept()
    await expect(readConfirmation(token(), time.now)).rejects.toMatchObject({ code })
    await expect(confirmSubscription(token(), proof, clock)).rejects.toMatchObject({ code })
    expect(await everythingKept()).toBe(before)
  })

  test.each(cases.slice(0, 4))('unsubscribe: %s', async (_what, token) => {
    const before = await everythingKept()
    await expect(unsubscribe(token(), proof, clock)).rejects.toMatchObject({ code: 'invalid' })
    expect(await everythingKept()).toBe(before)
  })

  test('a passed-on mail shows its reader a masked address, and ends that topic alone', async () => {
    await confirmSubscription(await asked(ann, ['newsletter', 'webinars']), proof, clock)
    await deliver()
    const welcome = (await mails()).find(mail => mail.subject.includes('Newsletter'))!
    const token = tokenIn(welcome.text, 'unsubscribe')
    const seen = await readUnsubscribe(token, time.now)
    expect(JSON.stringify(seen)).not.toContain('ann@')
    expect(seen).toEqual({ address: 'a•••@example.com', what: 'Newsletter', done: false })
    await unsubscribe(token, proof, clock)
    expect(await states()).toEqual({ newsletter: 'left', webinars: 'confirmed' })
    await expect(confirmSubscription(token, proof, clock)).rejects.toMatchObject({ code: 'invalid' })
  })
})
