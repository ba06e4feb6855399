import { beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverNext } from '@/_audience/deliver'
import { mailbox, mailboxTransport } from '@/_audience/mailbox.data'
import { day, second } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { share } from '@/_platform/shared'
import { useTestDb } from '../../e2e/testing/database'
import { acceptancesOf, acceptInForce, bindingFor, openNotices, readNotice } from './acceptances.data'
import { privacyJobs } from './jobs'
import type { LegalVersion } from './legal'
import { governedBy, newVersions, planPostings, postings } from './postings.data'

let db: Db
const march = Date.UTC(2027, 2, 1)
const time = { now: 0 }
const clock = () => time.now
const ann = { userId: 'user_ann' }
const bob = { userId: 'user_bob' }

const text = (effective: string, more: Partial<LegalVersion> = {}): LegalVersion => ({
  title: 'Privacy policy',
  description: '',
  document: 'privacy',
  draft: false,
  effective,
  material: true,
  kind: 'change',
  changes: `What ${effective} changed.`,
  code: '',
  headings: [],
  slug: `privacy-${effective}`,
  source: '',
  text: '',
  ...more,
})
const first = text('2026-11-23', { kind: 'first' })
const firstTerms = text('2026-11-23', { kind: 'first', document: 'terms' })
const publish = (...versions: LegalVersion[]) => share('legal', [first, firstTerms, ...versions])

/** What a start of the server and its jobs do. */
async function run(): Promise<void> {
  await planPostings(clock)
  while (await runNextJob(privacyJobs(clock), clock)) {}
  while (await deliverNext({ transport: mailboxTransport(clock), clock })) {}
}
const user = (id: string, createdAt: number) =>
  db.user.create({ data: { id, email: `${id}@example.com`, createdAt: new Date(createdAt) } })
const received = async () =>
  (await mailbox({ staff: true })).map(({ to, subject }) => `${to}: ${subject}`).sort()
const subscribe = (email: string, state: string, topic = 'service') =>
  db.subscriber.create({
    data: {
      id: `subscriber_${email}`,
      email,
      emailHash: `hash of ${email}`,
      createdAt: new Date(),
      subscriptions: { create: { topic, state, askedAt: new Date() } },
    },
  })

beforeAll(async () => {
  db = (await useTestDb()).db
  share('pages', { forgetAll: () => {} })
})

beforeEach(async () => {
  time.now = Date.UTC(2026, 11, 1)
  for (const table of ['user', 'subscriber', 'legalPosting', 'job', 'outboxMessage', 'mailboxMessage'])
    await (db[table as 'user'] as Db['user']).deleteMany()
  publish()
  await run()
  await user(ann.userId, time.now)
})

test('a deployment begins with what is in force, and tells nobody of it', async () => {
  expect(await postings()).toEqual([
    { document: 'privacy', version: '2026-11-23', postedAt: Date.UTC(2026, 10, 23) },
    { document: 'terms', version: '2026-11-23', postedAt: Date.UTC(2026, 10, 23) },
  ])
  expect(await received()).toEqual([])
  expect(await openNotices(ann, clock)).toEqual([])
})

test('a version is posted as its day begins, and everybody is written to once', async () => {
  publish(text('2027-03-01'))
  time.now = march - second
  await run()
  expect([await newVersions(clock), await received()]).toEqual([[], []])
  time.now = march
  await run()
  await user(bob.userId, march + second)
  await run()
  await run()
  expect(await received()).toEqual(['user_ann@example.com: Changed: Privacy policy'])
  expect((await newVersions(clock)).map(version => version.effective)).toEqual(['2027-03-01'])
  time.now = march + 14 * day
  expect(await newVersions(clock)).toEqual([])
})

test('the account says what is new until that was read, and from when it binds', async () => {
  publish(text('2027-03-01'))
  time.now = march
  await run()
  await user(bob.userId, march + second)
  const given = { document: 'privacy', version: '2027-03-01' }
  expect(await openNotices(ann, clock)).toMatchObject([{ bindsFrom: march + 14 * day, bound: false }])
  expect(await openNotices(bob, clock)).toEqual([])
  await expect(readNotice(bob, given, clock)).rejects.toThrow('no such version')
  await readNotice(ann, given, clock)
  await readNotice(ann, given, clock)
  expect(await openNotices(ann, clock)).toEqual([])
  expect(await acceptancesOf(ann)).toEqual([{ ...given, how: 'notice', at: march }])
})

test('it binds who comes later at once, and who was there 14 days later', async () => {
  publish(text('2027-03-01'))
  time.now = march
  await run()
  await user(bob.userId, march)
  const versions = async (who: typeof ann) => (await bindingFor(who, clock)).map(one => one.version)
  expect(await versions(bob)).toEqual(['2027-03-01', '2026-11-23'])
  time.now = march + 14 * day - second
  expect(await versions(ann)).toEqual(['2026-11-23', '2026-11-23'])
  time.now += second
  expect(await versions(ann)).toEqual(['2027-03-01', '2026-11-23'])
})

test('a change of control reaches accounts and confirmed subscribers of service mail, each address once', async () => {
  await subscribe('sue@example.com', 'confirmed')
  await subscribe('user_ann@example.com', 'confirmed')
  await subscribe('pat@example.com', 'pending')
  await subscribe('reader@example.com', 'confirmed', 'newsletter')
  publish(text('2027-03-01', { kind: 'control', material: false, document: 'terms' }))
  time.now = march
  await run()
  const queued = await db.outboxMessage.findMany({ orderBy: { to: 'asc' } })
  expect(queued.map(({ to, template }) => `${to} ${template}`)).toEqual([
    'sue@example.com policy-for-subscribers',
    'user_ann@example.com policy-for-accounts',
  ])
})

test('a correction that is not material is posted and announced to nobody', async () => {
  publish(text('2027-03-01', { material: false }))
  time.now = march
  await run()
  expect([await received(), await newVersions(clock), await openNotices(ann, clock)]).toEqual([[], [], []])
  expect((await postings()).at(-1)).toMatchObject({ version: '2027-03-01' })
})

test('a file whose day is long past is posted when it is first there', async () => {
  publish(text('2026-11-25'))
  time.now = march
  await run()
  expect(await openNotices(ann, clock)).toMatchObject([{ postedAt: march, bindsFrom: march + 14 * day }])
})

test('opening an account keeps which versions were accepted, when and how, once', async () => {
  await db.$transaction(tx => acceptInForce(tx, ann.userId, 'trial', time.now))
  await acceptInForce(db, ann.userId, 'invitation', march)
  expect(await acceptancesOf(ann)).toEqual([
    { document: 'privacy', version: '2026-11-23', how: 'trial', at: time.now },
    { document: 'terms', version: '2026-11-23', how: 'trial', at: time.now },
  ])
})

test('data is governed by the version of its time, or by the one its owner was told of later', async () => {
  publish(text('2027-03-01'))
  time.now = march
  await run()
  const kinds = { account: march - day, visit: march + day }
  time.now = march + 2 * day
  expect(await governedBy(kinds, { since: march - day }, clock)).toEqual({
    account: '2027-03-01',
    visit: '2027-03-01',
  })
  expect(await governedBy(kinds, { since: march + second }, clock)).toEqual({
    account: '2026-11-23',
    visit: '2027-03-01',
  })
})
