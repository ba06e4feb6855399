import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { useTestDb } from '../../../../e2e/testing/database'
import { startStripeServer } from '../../../../e2e/testing/stripe-server'
import { POST } from './route'

let db: Db
let stripe: Awaited<ReturnType<typeof startStripeServer>>
const customer = 'cus_known'

beforeAll(async () => {
  db = (await useTestDb()).db
  stripe = await startStripeServer()
  env.STRIPE_WEBHOOK_SECRET = stripe.webhookSecret
  await db.account.create({ data: { id: 'acc_one', name: 'One', createdAt: new Date() } })
  await db.billing.create({ data: { accountId: 'acc_one', customerId: customer } })
})
afterAll(() => {
  env.STRIPE_WEBHOOK_SECRET = undefined
  stripe.close()
})

const send = async (body: string, signature?: string): Promise<number> => {
  const headers: HeadersInit = signature === undefined ? {} : { 'stripe-signature': signature }
  const url = 'http://localhost/api/webhooks/stripe'
  return (await POST(new Request(url, { method: 'POST', body, headers }))).status
}
const jobs = () => db.job.count({ where: { kind: 'billing-sync' } })
const eventOf = (object: object = { customer }, at = Date.now(), more = {}) =>
  stripe.event('customer.subscription.updated', object, at, more)

test('what Stripe signed is taken, and a repetition is nothing new', async () => {
  const { body, signature } = eventOf()
  expect([await send(body, signature), await send(body, signature)]).toEqual([204, 204])
  const later = stripe.sign(body, Date.now() + 1000)
  expect(await Promise.all([send(body, later), send(body, later)])).toEqual([204, 204])
  expect(await jobs()).toBe(1)
  await db.job.deleteMany()
})

test('an event without a signature, with a wrong or an old one is refused', async () => {
  const { body, signature } = eventOf()
  const stale = Date.now() - 301_000
  const other = eventOf()
  const cases = [
    undefined,
    '',
    'garbage',
    't=,v1=',
    `t=${Math.floor(Date.now() / 1000)}`,
    signature.replace('v1=', 'v0='),
    signature.replace(/t=\d+/, `t=${Math.floor(Date.now() / 1000) + 7}`),
    stripe.sign(body, Date.now(), 'whsec_other'),
    stripe.sign(body, stale),
    other.signature,
  ]
  for (const one of cases) expect(await send(body, one)).toBe(400)
  expect(await send(`${body} `, signature)).toBe(400)
  expect(await jobs()).toBe(0)
})

test('signed garbage is refused, what is not about our customers passed over, a flood cut off', async () => {
  const signed = (body: string) => send(body, stripe.sign(body, Date.now()))
  const garbage = ['', 'null', '[]', '{', '{"type":1}', '"x"', '{"object":"v2.core.event"}', '\u0000']
  for (const body of garbage) expect(await signed(body)).toBe(400)
  expect(await signed(eventOf({ customer }, Date.now(), { id: '../x' }).body)).toBe(400)
  expect(await signed(eventOf({ customer: 'cus_stranger' }).body)).toBe(204)
  expect(await signed(eventOf({ customer: 7 }).body)).toBe(204)
  expect(await signed(eventOf({}).body)).toBe(204)
  const unasked = stripe.event('checkout.session.completed', { customer }, Date.now())
  expect(await send(unasked.body, unasked.signature)).toBe(204)
  expect(await send('x'.repeat(300_000), 't=1,v1=x')).toBe(413)
  expect(await jobs()).toBe(0)
  expect(await signed(eventOf({ customer: { id: customer } }).body)).toBe(204)
  expect(await jobs()).toBe(1)
})

test('without a secret there is no such address', async () => {
  env.STRIPE_WEBHOOK_SECRET = undefined
  const { body, signature } = eventOf()
  expect(await send(body, signature)).toBe(404)
  env.STRIPE_WEBHOOK_SECRET = stripe.webhookSecret
})
