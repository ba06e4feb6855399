import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '@/_accounts/viewer'
import { addressHash } from '@/_audience/address'
import { deliverNext } from '@/_audience/deliver'
import { suppress } from '@/_audience/suppressions.data'
import type { Message } from '@/_audience/transport'
import { unsubscribe } from '@/_audience/unsubscribe.data'
import { unsubscribeToken } from '@/_audience/unsubscribe-token'
import { day, hour, minute, second } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { useTestDb } from '../../e2e/testing/database'
import type { Draft, Plan } from './broadcast'
import { cancel, pause, readBroadcast, resume, saveDraft, schedule, sendTest } from './broadcasts.data'
import { enqueueBroadcast } from './enqueue.data'
import { newsletterJobs } from './jobs'
import { letterWriters } from './letters.data'

let db: Db
const time = { now: Date.UTC(2026, 0, 1) }
const clock = () => time.now
const staff: Viewer = {
  userId: 'u',
  email: 's@x.example',
  name: '',
  staff: true,
  demo: false,
  memberships: [],
}
const text: Draft = {
  topic: 'newsletter',
  subject: 'What we learned',
  subjectB: '',
  preheader: 'In a minute',
  source: '# Hello\n\nRead [this](/blog) today.\n\n<Press href="https://example.org/a?b=1&c=2">Go</Press>',
  segment: '',
  listed: true,
}
const atOnce: Plan = {
  localTime: '',
  zone: 'UTC',
  inReaderZone: false,
  perHour: 0,
  testPercent: 0,
  testHours: 4,
}
const sent: Message[] = []
const writers = letterWriters(clock)
const transport = async (message: Message) => {
  sent.push(message)
  return { providerId: `p_${message.id}` }
}
const deliver = () => deliverNext({ transport, clock, writers })
const deliverAll = async () => {
  while (await deliver()) {}
}
const work = async () => {
  while (await runNextJob(newsletterJobs(clock), clock)) {}
}
const names = () => sent.map(({ to }) => to.split('@')[0]!).sort()
const stateOf = async (id: string) => (await readBroadcast(staff, id)).state

type Reader = { zone?: string; frequency?: string; measured?: boolean; pausedUntil?: Date; state?: string }

/** Confirmed readers of the newsletter, by name. */
async function readers(given: Record<string, Reader>): Promise<void> {
  const at = new Date(time.now)
  const rows = Object.entries(given).map(([name, { state, ...more }]) => ({
    row: {
      id: `subscriber_${name}`,
      email: `${name}@example.com`,
      emailHash: addressHash(`${name}@example.com`),
      createdAt: at,
      ...more,
    },
    state: state ?? 'confirmed',
  }))
  await db.subscriber.createMany({ data: rows.map(({ row }) => row) })
  await db.subscription.createMany({
    data: rows.map(({ row, state }) => ({ subscriberId: row.id, topic: 'newsletter', state, askedAt: at })),
  })
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`r${n}`, {}]))

async function scheduled(draft: Partial<Draft> = {}, plan: Partial<Plan> = {}): Promise<string> {
  const id = await saveDraft(staff, undefined, { ...text, ...draft }, clock)
  await schedule(staff, id, { ...atOnce, ...plan }, clock)
  await work()
  return id
}

beforeAll(async () => {
  db = (await useTestDb()).db
})
beforeEach(async () => {
  sent.length = 0
  time.now += 100 * day
  for (const table of [
    'outboxMessage',
    'broadcast',
    'subscriber',
    'suppression',
    'job',
    'outboxBatch',
  ] as const)
    await (db[table] as { deleteMany: () => Promise<unknown> }).deleteMany()
})

test('every confirmed reader gets it once, with their own way out; then it counts as sent', async () => {
  await readers({ ann: {}, bob: { measured: false }, new: { state: 'pending' }, gone: { state: 'left' } })
  const id = await scheduled()
  await enqueueBroadcast(id, clock)
  await deliverAll()
  expect(names()).toEqual(['ann', 'bob'])
  const [ann, bob] = ['ann', 'bob'].map(name => sent.find(({ to }) => to.startsWith(name))!)
  expect(ann!.subject).toBe('What we learned')
  expect(ann!.headers['List-Unsubscribe']).not.toBe(bob!.headers['List-Unsubscribe'])
  expect(ann!.html).not.toContain('.invalid')
  expect(ann!.text).not.toContain('.invalid')
  expect(ann!.text).toContain('/email/unsubscribe?token=')
  expect(ann!.html).toMatch(/\/email\/open\/[\w.-]+\.gif" alt=""/)
  expect(ann!.html).not.toContain('href="https://example.org')
  expect(bob!.html).not.toContain('/email/open/')
  expect(bob!.html).toContain('href="https://example.org/a?b=1&amp;c=2"')
  expect(bob!.html).toContain('href="http://localhost:3000/blog"')
  time.now += 2 * minute
  await work()
  expect(await stateOf(id)).toBe('sent')
})

describe('a wish that comes while a broadcast is running', () => {
  const hash = () => addressHash('r1@example.com')
  const wishes: [string, () => Promise<unknown>][] = [
    [
      'unsubscribed',
      () => unsubscribe(unsubscribeToken(hash(), 'topic:newsletter'), { wording: '', address: '' }, clock),
    ],
    ['bounced', () => suppress(hash(), '*', 'bounced', time.now)],
    ['complained', () => suppress(hash(), '*', 'complained', time.now)],
    [
      'paused',
      () =>
        db.subscriber.updateMany({
          where: { emailHash: hash() },
          data: { pausedUntil: new Date(time.now + day) },
        }),
    ],
    ['erased', () => db.subscriber.deleteMany({ where: { emailHash: hash() } })],
  ]
  test.each(wishes)('%s', async (_what, wish) => {
    await readers(many(3))
    await scheduled()
    await deliver()
    expect(names()).toEqual(['r0'])
    await wish()
    await deliverAll()
    expect(names()).toEqual(['r0', 'r2'])
  })
})

test('paused, nothing goes out; resumed, it goes on; cancelled, the rest never does', async () => {
  await readers(many(4))
  const id = await scheduled()
  await deliver()
  await pause(staff, id, clock)
  await deliverAll()
  expect(sent).toHaveLength(1)
  time.now += day
  await resume(staff, id, clock)
  await deliver()
  expect(sent).toHaveLength(2)
  await cancel(staff, id, clock)
  await deliverAll()
  await work()
  expect(sent).toHaveLength(2)
  expect(await stateOf(id)).toBe('cancelled')
  await expect(resume(staff, id, clock)).rejects.toMatchObject({ code: 'conflict' })
})

test('a killed run goes on where it was: nobody is left out, nobody gets two', async () => {
  await readers(many(2500))
  const id = await saveDraft(staff, undefined, text, clock)
  await schedule(staff, id, atOnce, clock)
  const died = new Error('killed')
  let pieces = 0
  const failing = () => {
    if (++pieces > 3) throw died
    return time.now
  }
  await expect(enqueueBroadcast(id, failing)).rejects.toThrow('killed')
  expect(await db.outboxMessage.count()).toBe(2000)
  await Promise.all([enqueueBroadcast(id, clock), enqueueBroadcast(id, clock)])
  expect(await db.outboxMessage.count()).toBe(2500)
  expect(new Set((await db.outboxMessage.findMany()).map(({ to }) => to)).size).toBe(2500)
})

test('mail that somebody waits for goes before a broadcast', async () => {
  await readers(many(3))
  await scheduled()
  await db.outboxMessage.updateMany({ data: { sendAt: new Date(time.now - hour) } })
  const id = await saveDraft(staff, undefined, text, clock)
  await sendTest(staff, id, 'desk@example.com', clock)
  await deliver()
  expect(sent[0]).toMatchObject({ to: 'desk@example.com', subject: '[Test] What we learned' })
})

test('a limit an hour holds, whatever waited', async () => {
  await readers(many(5))
  await scheduled({}, { perHour: 60 })
  time.now += 2 * second
  await deliverAll()
  const atFirst = sent.length
  expect(atFirst).toBeLessThan(3)
  time.now += hour / 60
  await deliverAll()
  expect(sent.length).toBe(atFirst + 1)
})

test('in the reader’s own zone, each gets it when their clock says so', async () => {
  await readers({ tokyo: { zone: 'Asia/Tokyo' }, paris: { zone: 'Europe/Paris' }, nowhere: {} })
  const day = new Date(time.now + 3 * 86_400_000).toISOString().slice(0, 10)
  await scheduled({}, { localTime: `${day}T09:00`, zone: 'America/New_York', inReaderZone: true })
  const start = Date.parse(`${day}T00:00Z`)
  const due: [number, string[]][] = []
  for (let at = start - 14 * hour; at <= start + 16 * hour; at += hour) {
    time.now = at
    await work()
    const before = sent.length
    await deliverAll()
    if (sent.length > before) due.push([(at - start) / hour, names().slice()])
  }
  const offsets = due.map(([at]) => at)
  expect(offsets[0]).toBe(0)
  expect([7, 8]).toContain(offsets[1])
  expect([13, 14]).toContain(offsets[2])
  expect(due[0]![1]).toEqual(['tokyo'])
})

describe('a test of two subjects', () => {
  const test50 = { testPercent: 50, testHours: 2 }
  const press = async (subject: string) => {
    for (const { id } of sent.filter(one => one.subject === subject))
      await db.mailTouch.create({
        data: {
          messageId: id,
          kind: 'clicked',
          url: 'https://example.org',
          count: 1,
          firstAt: new Date(time.now),
          lastAt: new Date(time.now),
        },
      })
  }

  test('part of the audience gets either; the others wait for the one that was pressed more', async () => {
    await readers(many(60))
    const id = await scheduled({ subjectB: 'The other one' }, test50)
    await deliverAll()
    const tested = sent.length
    expect(tested).toBeGreaterThan(15)
    expect(tested).toBeLessThan(45)
    expect([...new Set(sent.map(({ subject }) => subject))].sort()).toEqual([
      'The other one',
      'What we learned',
    ])
    await press('The other one')
    for (let minutes = 0; minutes < 130; minutes += 10) {
      time.now += 10 * minute
      await work()
    }
    await deliverAll()
    expect(sent).toHaveLength(60)
    expect(sent.slice(tested).every(({ subject }) => subject === 'The other one')).toBe(true)
    expect((await readBroadcast(staff, id)).winner).toBe('b')
  })

  test('without a press the first subject wins, and a pause holds the rest, too', async () => {
    await readers(many(40))
    const id = await scheduled({ subjectB: 'The other one' }, test50)
    await deliverAll()
    const tested = sent.length
    await pause(staff, id, clock)
    time.now += 5 * hour
    await work()
    await deliverAll()
    expect(sent).toHaveLength(tested)
    await resume(staff, id, clock)
    await work()
    await deliverAll()
    expect(sent).toHaveLength(40)
    expect(sent.slice(tested).every(({ subject }) => subject === 'What we learned')).toBe(true)
  })
})

test('only staff may touch a broadcast, and what is scheduled can’t be rewritten', async () => {
  const id = await scheduled()
  const stranger = { ...staff, staff: false }
  for (const who of [null, stranger]) {
    await expect(saveDraft(who, undefined, text, clock)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(pause(who, id, clock)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readBroadcast(who, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sendTest(who, id, 'a@example.com', clock)).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(saveDraft(staff, id, text, clock)).rejects.toMatchObject({ code: 'conflict' })
})
