import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addressHash } from '@/_audience/address'
import { isSuppressed } from '@/_audience/suppressions.data'
import { forgetOldEvents } from '@/_audience/webhooks/resend-events.data'
import { minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { useTestDb } from '../../../../e2e/testing/database'
import { POST } from './route'

let db: Db
let count = 0
const key = Buffer.from('a key that only Resend and we know')
const to = 'ann@example.com'

const sign = (id: string, at: number, body: string, by = key) =>
  `v1,${createHmac('sha256', by).update(`${id}.${at}.${body}`).digest('base64')}`
const seconds = (ms = 0) => Math.floor((Date.now() + ms) / 1000)
const eventOf = (type: string, more: object = {}, at = new Date().toISOString()) =>
  JSON.stringify({ type, created_at: at, data: { email_id: 're_1', to: [to], ...more } })
const deliver = (body: string, headers: Record<string, string>) =>
  POST(new Request('http://localhost/api/webhooks/resend', { method: 'POST', body, headers }))
/** Sends as Resend would, signed. @returns the status */
async function send(body: string, id = `msg_${count++}`): Promise<number> {
  const at = seconds()
  const headers = { 'svix-id': id, 'svix-timestamp': `${at}`, 'svix-signature': sign(id, at, body) }
  return (await deliver(body, headers)).status
}
const stopped = (scope = 'topic:newsletter') => isSuppressed(addressHash(to), scope, Date.now())
const hard = { bounce: { type: 'Permanent', subType: 'General', message: 'no such user' } }
const soft = { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } }

beforeAll(async () => {
  db = (await useTestDb()).db
  env.RESEND_WEBHOOK_SECRET = `whsec_${key.toString('base64')}`
})
afterAll(() => {
  env.RESEND_WEBHOOK_SECRET = undefined
})
afterEach(async () => {
  await db.mailEvent.deleteMany()
  await db.suppression.deleteMany()
  await db.softBounce.deleteMany()
  await db.subscriber.deleteMany()
})

test('a hard bounce stops everything, also account mail; a complaint all but account mail', async () => {
  expect(await send(eventOf('email.bounced', hard))).toBe(204)
  expect([await stopped(), await stopped('account')]).toEqual([true, true])
  await db.suppression.deleteMany()
  expect(await send(eventOf('email.complained'))).toBe(204)
  expect([await stopped(), await stopped('account')]).toEqual([true, false])
})

test('soft bounces are counted, once each; five without a delivery stop the address', async () => {
  for (let times = 0; times < 4; times++) await send(eventOf('email.bounced', soft), `soft_${times}`)
  for (let times = 0; times < 4; times++) await send(eventOf('email.bounced', soft), `soft_${times}`)
  expect(await stopped()).toBe(false)
  await send(eventOf('email.delivered', {}, new Date(Date.now() - minute).toISOString()))
  expect((await db.softBounce.findMany())[0]!.count).toBe(4)
  await send(eventOf('email.delivered', {}, new Date(Date.now() + minute).toISOString()))
  expect(await db.softBounce.count()).toBe(0)
  for (let times = 4; times < 9; times++) await send(eventOf('email.bounced', soft), `soft_${times}`)
  expect(await stopped()).toBe(true)
})

test('order is not assumed: a click before its delivery is kept as both', async () => {
  await db.subscriber.create({
    data: { id: 'subscriber_1', email: to, emailHash: addressHash(to), createdAt: new Date() },
  })
  await send(eventOf('email.clicked'))
  await send(eventOf('email.delivered'))
  expect((await db.mailEvent.findMany()).map(one => one.kind).sort()).toEqual(['clicked', 'delivered'])
})

test('opens and clicks are kept neither of strangers nor of who turned that off', async () => {
  await send(eventOf('email.opened'))
  await db.subscriber.create({
    data: { id: 's', email: to, emailHash: addressHash(to), measured: false, createdAt: new Date() },
  })
  await send(eventOf('email.clicked'))
  expect(await db.mailEvent.count()).toBe(0)
})

test('a replay, a wrong key, a changed body, an old and a future message change nothing', async () => {
  const body = eventOf('email.bounced', hard)
  const now = seconds()
  const cases: [id: string, at: string, signature: string, sent: string][] = [
    ['msg_a', `${now}`, sign('msg_a', now, body, Buffer.from('another')), body],
    ['msg_a', `${now}`, sign('msg_b', now, body), body],
    ['msg_a', `${now}`, sign('msg_a', now, body), body.replace('ann', 'bob')],
    ['msg_a', `${now - 301}`, sign('msg_a', now - 301, body), body],
    ['msg_a', `${now + 360}`, sign('msg_a', now + 360, body), body],
    ['msg_a', `${now}`, sign('msg_a', now, body).replace('v1,', 'v1a,'), body],
    ['msg_a', 'soon', sign('msg_a', now, body), body],
    ['', `${now}`, sign('', now, body), body],
    ['msg_a', `${now}`, '', body],
    ['msg_a', `${now}`, ', , v1, v1', body],
  ]
  for (const [id, at, signature, sent] of cases) {
    const headers = { 'svix-id': id, 'svix-timestamp': at, 'svix-signature': signature }
    expect((await deliver(sent, headers)).status).toBe(400)
  }
  expect((await deliver(body, {})).status).toBe(400)
  expect([await db.mailEvent.count(), await db.suppression.count()]).toEqual([0, 0])
})

test('one good signature among several is enough, while a secret is being changed', async () => {
  const body = eventOf('email.delivered')
  const at = seconds()
  const both = `${sign('msg_two', at, body, Buffer.from('the old key'))} ${sign('msg_two', at, body)}`
  const headers = { 'svix-id': 'msg_two', 'svix-timestamp': `${at}`, 'svix-signature': both }
  expect((await deliver(body, headers)).status).toBe(204)
})

test('signed garbage is refused, an unknown kind passed over, a flood cut off', async () => {
  const garbage = ['', 'null', '[]', '{', '{"type":1}', eventOf('email.bounced', { to: 'ann' }), '\u0000']
  for (const body of garbage) expect(await send(body)).toBe(400)
  expect(await send(eventOf('contact.created'))).toBe(204)
  expect(await send(eventOf('email.delivered', { email_id: undefined }))).toBe(204)
  expect(await send('x'.repeat(300_000))).toBe(413)
  expect(await db.mailEvent.count()).toBe(0)
})

test('what became of messages is forgotten after 90 days', async () => {
  await send(eventOf('email.delivered'))
  const day = 24 * 60 * minute
  await forgetOldEvents(Date.now() + 89 * day)
  expect(await db.mailEvent.count()).toBe(1)
  await forgetOldEvents(Date.now() + 91 * day)
  expect(await db.mailEvent.count()).toBe(0)
})

test('without a secret there is no such address', async () => {
  const kept = env.RESEND_WEBHOOK_SECRET
  env.RESEND_WEBHOOK_SECRET = undefined
  expect(await send(eventOf('email.delivered'))).toBe(404)
  env.RESEND_WEBHOOK_SECRET = kept
})
