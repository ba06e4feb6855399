import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hour, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../e2e/testing/database'
import { startResendServer } from '../../e2e/testing/resend-server'
import { addressHash } from './address'
import { deliverNext } from './deliver'
import { mailbox, mailboxTransport } from './mailbox.data'
import { claimDue, queueMail } from './outbox.data'
import { resendTransport } from './resend'
import { suppress } from './suppressions.data'

let db: Db
let provider: Awaited<ReturnType<typeof startResendServer>>
const time = { now: Date.UTC(2026, 0, 1) }
const clock = () => time.now
const props = { link: 'https://example.com/in?token=t', minutes: 15 }
const queue = (key: string, to = 'Ann@Example.com') =>
  queueMail(db, { template: 'sign-in-link', to, props, key }, time.now)
const deliverAll = async (transport = resendTransport({ key: provider.key, baseUrl: provider.url })) => {
  while (await deliverNext({ transport, clock })) {}
}
const states = async () => (await db.outboxMessage.findMany()).map(message => message.state)

beforeAll(async () => {
  db = (await useTestDb()).db
  provider = await startResendServer()
})
afterAll(() => provider.close())
beforeEach(async () => {
  await db.outboxMessage.deleteMany()
  await db.suppression.deleteMany()
  provider.delivered.length = 0
  provider.faults.length = 0
})

test('a message goes out once a key, as HTML and text, to the address as it is normally spelled', async () => {
  await queue('a')
  await queue('a')
  await deliverAll()
  await deliverAll()
  expect(provider.delivered).toHaveLength(1)
  const [mail] = provider.delivered
  expect(mail).toMatchObject({ to: ['ann@example.com'], subject: 'Your sign-in link' })
  expect(mail!.html).toContain('href="https://example.com/in?token=t"')
  expect(mail!.text).toContain('https://example.com/in?token=t')
})

test('what the transaction takes back is not sent', async () => {
  const undone = db.$transaction(async tx => {
    await queueMail(tx, { template: 'sign-in-link', to: 'a@example.com', props, key: 'b' }, time.now)
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await deliverAll()
  expect(provider.delivered).toHaveLength(0)
})

test('a message accepted without an answer, and one whose sender died, arrive once', async () => {
  provider.faults.push('accept-and-hang-up')
  await queue('c')
  await deliverAll()
  expect(await states()).toEqual(['waiting'])
  time.now += minute
  await deliverAll()
  expect(await states()).toEqual(['sent'])

  await queue('d')
  const died = (await claimDue(clock()))!
  await deliverAll()
  expect(await states()).toContain('sending')
  time.now += 3 * minute
  await deliverAll()
  expect(await states()).toEqual(['sent', 'sent'])
  expect(provider.delivered).toHaveLength(2)
  expect(died.attempts).toBe(0)
})

test('errors of the provider are waited out as it asks; a refusal of the message itself is final', async () => {
  provider.faults.push({ status: 429, retryAfter: 600 }, { status: 500 })
  await queue('e')
  await deliverAll()
  time.now += 9 * minute
  await deliverAll()
  expect(provider.faults).toHaveLength(1)
  time.now += minute
  await deliverAll()
  expect(await states()).toEqual(['waiting'])
  time.now += minute
  await deliverAll()
  expect(await states()).toEqual(['sent'])

  provider.faults.push({ status: 422 })
  await queue('f')
  await deliverAll()
  time.now += hour
  await deliverAll()
  expect((await states()).sort()).toEqual(['failed', 'sent'])
})

test('a message is given up before the provider forgets that it has seen it', async () => {
  await queue('g')
  for (let tries = 0; tries < 40; tries++) {
    provider.faults.push({ status: 500 })
    await deliverAll()
    time.now += hour
  }
  const [message] = await db.outboxMessage.findMany()
  expect(message!.state).toBe('failed')
  expect(message!.claimedAt).toBeNull()
  expect(provider.delivered).toHaveLength(0)
})

test('suppression is asked at the moment of sending; account mail stops for a dead address alone', async () => {
  await queue('h', 'left@example.com')
  await suppress(addressHash('left@example.com'), '*', 'unsubscribed', time.now)
  await queue('i', 'dead@example.com')
  await suppress(addressHash('dead@example.com'), '*', 'bounced', time.now)
  await deliverAll()
  expect(provider.delivered.map(mail => mail.to[0])).toEqual(['left@example.com'])
  expect((await states()).sort()).toEqual(['sent', 'suppressed'])
})

test('without a provider mail goes to the local mailbox, once, and staff alone can read it', async () => {
  await queue('j')
  await deliverAll(mailboxTransport(clock))
  const mails = await mailbox({ staff: true })
  expect(mails.map(mail => mail.to)).toEqual(['ann@example.com'])
  await expect(mailbox({ staff: false })).rejects.toThrow('Only staff')
  await expect(mailbox(null)).rejects.toThrow('Only staff')
})
