import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/_accounts/viewer'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../../e2e/testing/database'
import { addressHash } from '../address'
import { deliverNext } from '../deliver'
import { queueMail } from '../outbox.data'
import { wants } from '../subscribers.data'
import { isSuppressed, suppress } from '../suppressions.data'
import { TransportError } from '../transport'
import { importSubscribers } from './import.data'
import { giveUpMessage, listOutbox, retryMessage } from './outbox-list.data'
import { subscriberLines } from './subscriber-csv'
import { everySubscriber, findSubscribers, topicCounts } from './subscriber-list.data'
import { addSuppression, liftSuppression, listSuppressions } from './suppression-list.data'

let db: Db
const now = Date.UTC(2026, 0, 1)
const clock = () => now
const staff: Viewer = { userId: 'u', email: '', name: '', staff: true, demo: false, memberships: [] }
const proof = '2025-12-01, form on example.com: Send me news'
const nobody = { q: '', topic: '', state: '' }
const take = (text: string) => importSubscribers(staff, text, clock)
const gets = (name: string, topic = 'newsletter') =>
  wants(addressHash(`${name}@example.com`), `topic:${topic}`, now)

beforeAll(async () => {
  db = (await useTestDb()).db
})
afterEach(async () => {
  for (const table of ['subscriber', 'suppression', 'outboxMessage'] as const)
    await (db[table] as { deleteMany: () => Promise<unknown> }).deleteMany()
})

test('a file with proofs adds its readers, keeps each proof, and says line by line what it refused', async () => {
  const found = await take(
    [
      '\ufeffEmail, Topics ,proof,other',
      `ann@example.com,newsletter,"${proof}",x`,
      `bob@example.com,newsletter product,"${proof}"`,
      `no-address,newsletter,"${proof}"`,
      `eve@example.com,gossip,"${proof}"`,
      'mal@example.com,newsletter,',
      `ANN@example.com,product,"${proof}"`,
    ].join('\r\n'),
  )
  expect(found).toMatchObject({ added: 2, unchanged: 0 })
  expect(found.refused.map(({ line }) => line)).toEqual([4, 5, 6, 7])
  expect(
    await Promise.all([gets('ann'), gets('bob', 'product'), gets('mal'), gets('ann', 'product')]),
  ).toEqual([true, true, false, false])
  const said = await db.consentRecord.findMany({ where: { kind: 'imported' } })
  expect(said.map(({ wording }) => wording)).toEqual([proof, proof, proof])
  expect(await take(`email,topics,proof\nann@example.com,newsletter,"${proof}"`)).toMatchObject({
    added: 0,
    unchanged: 1,
  })
})

test('a file is not the word of who refused: they stay away', async () => {
  await take(
    `email,topics,proof\nann@example.com,newsletter,"${proof}"\nbob@example.com,newsletter,"${proof}"`,
  )
  await suppress(addressHash('eve@example.com'), '*', 'erased', now)
  await suppress(addressHash('ann@example.com'), 'topic:newsletter', 'unsubscribed', now)
  await db.subscription.updateMany({
    where: { subscriber: { email: { in: ['ann@example.com', 'bob@example.com'] } } },
    data: { state: 'left' },
  })
  const file = ['ann', 'bob', 'eve'].map(name => `${name}@example.com,newsletter,"${proof}"`)
  const found = await take(['email,topics,proof', ...file].join('\n'))
  expect([found.added, found.unchanged, found.refused.map(({ line }) => line)]).toEqual([0, 1, [2, 4]])
  expect(await Promise.all(['ann', 'bob', 'eve'].map(name => gets(name)))).toEqual([false, false, false])
})

test.each([
  ['nothing below the header', 'email,topics,proof'],
  ['no proof column', 'email,topics\nann@example.com,newsletter'],
  ['a quote that never ends', 'email,topics,proof\n"ann'],
])('%s is no import', async (_what, text) => {
  await expect(take(text)).rejects.toMatchObject({ code: 'invalid', field: 'file' })
})

test('an export runs as no formula, and search finds by address, topic and state', async () => {
  await take(`email,topics,proof\n+cmd@example.com,newsletter,"${proof}"\nann@example.com,product,"${proof}"`)
  const rows: string[] = []
  for await (const row of everySubscriber(staff, nobody, clock)) rows.push(subscriberLines([row], false))
  expect(rows.find(row => row.includes('cmd'))).toMatch(/^"?'\+cmd@example\.com/)
  const find = async (search: object) =>
    (await findSubscribers(staff, { ...nobody, ...search }, 1)).rows.map(({ email }) => email)
  expect(await find({ q: 'ANN@' })).toEqual(['ann@example.com'])
  expect(await find({ topic: 'newsletter', state: 'confirmed' })).toEqual(['+cmd@example.com'])
  expect(await find({ state: 'left' })).toEqual([])
  expect((await topicCounts(staff)).find(({ topic }) => topic === 'product')?.confirmed).toBe(1)
})

test('a message that was given up can be tried again, and one that waits given up', async () => {
  const props = { link: 'https://example.com/in', minutes: 15 }
  await queueMail(db, { template: 'sign-in-link', to: 'ann@example.com', props, key: 'k' }, now)
  const refuse = async () => {
    throw new TransportError('no', false)
  }
  await deliverNext({ transport: refuse, clock })
  const [failed] = (await listOutbox(staff, 'failed', 1)).rows
  expect(failed).toMatchObject({ to: 'ann@example.com', lastError: 'no' })
  await retryMessage(staff, failed!.id, clock)
  await giveUpMessage(staff, failed!.id)
  await retryMessage(staff, failed!.id, clock)
  await deliverNext({ transport: async () => ({ providerId: 'p' }), clock })
  expect((await listOutbox(staff, '', 1)).counts.find(({ state }) => state === 'sent')?.count).toBe(1)
  await expect(retryMessage(staff, failed!.id, clock)).rejects.toMatchObject({ code: 'conflict' })
})

test('a suppression is found by typing the address, added and lifted, each written down', async () => {
  const hash = addressHash('ann@example.com')
  await addSuppression(staff, 'Ann@example.com', clock)
  expect(await isSuppressed(hash, 'topic:newsletter', now)).toBe(true)
  expect((await listSuppressions(staff, 'ann@example.com')).rows).toHaveLength(1)
  expect((await listSuppressions(staff, 'bob@example.com')).rows).toHaveLength(0)
  await liftSuppression(staff, { hash, scope: '*' }, clock)
  expect(await isSuppressed(hash, 'topic:newsletter', now)).toBe(false)
  const written = await db.auditEntry.findMany({ where: { subject: hash } })
  expect(written.map(({ action }) => action).sort()).toEqual(['suppression.add', 'suppression.lift'])
})

test('all of it is for staff alone', async () => {
  for (const who of [null, { ...staff, staff: false }]) {
    const asked = [
      findSubscribers(who, nobody, 1),
      everySubscriber(who, nobody, clock).next(),
      topicCounts(who),
      importSubscribers(who, '', clock),
      listOutbox(who, '', 1),
      retryMessage(who, 'x', clock),
      giveUpMessage(who, 'x'),
      listSuppressions(who, ''),
      addSuppression(who, 'a@example.com', clock),
      liftSuppression(who, { hash: 'x', scope: '*' }, clock),
    ]
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'forbidden' })
  }
})
