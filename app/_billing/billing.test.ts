import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMember, createAccount } from '@/_accounts/accounts.data'
import { tearDownAccount } from '@/_accounts/tear-down.data'
import { assertWritable, startTrial, trialOf } from '@/_accounts/trial/trials.data'
import { type Role, roles, type Viewer } from '@/_accounts/viewer'
import { day, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { runNextJob } from '@/_platform/jobs.data'
import { useTestDb } from '../../e2e/testing/database'
import { secrets, startStripeServer } from '../../e2e/testing/stripe-server'
import { billingOf, refreshBilling } from './billing.data'
import { invoicePage, openCheckout, openPortal } from './checkout.data'
import { takeStripeEvent } from './events.data'
import { billingJobs } from './jobs'
import { accountPlans, assignPlan } from './staff-plans.data'
import { eventsOf, usageOf } from './usage.data'

let now = Date.UTC(2026, 10, 2)
const clock = () => now
let db: Db
let stripe: Awaited<ReturnType<typeof startStripeServer>>
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
  stripe = await startStripeServer()
  env.STRIPE_API_BASE = stripe.url
})
beforeEach(() => {
  env.STRIPE_SECRET_KEY = stripe.key
  stripe.state.down = false
})
afterAll(() => {
  env.STRIPE_SECRET_KEY = undefined
  env.STRIPE_API_BASE = undefined
  stripe.close()
})

async function account(role: Role = 'owner', staff = false) {
  const { id: accountId } = await createAccount({ name: `Account ${++people}` }, clock)
  const userId = `user_${people}`
  const email = `person${people}@example.com`
  await db.user.create({ data: { id: userId, email, createdAt: new Date(now) } })
  await addMember({ accountId, userId, role }, clock)
  await startTrial(db, accountId, now)
  const viewer: Viewer = {
    ...{ userId, email, name: '', staff, demo: false },
    memberships: [{ accountId, role }],
  }
  return { accountId, viewer, email }
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )
const run = async () => {
  while (await runNextJob(billingJobs(clock), clock));
}
const take = ({ body, signature }: { body: string; signature: string }) =>
  takeStripeEvent(body, signature, stripe.webhookSecret, clock)
const mailsTo = async (to: string) =>
  (await db.outboxMessage.findMany({ where: { to }, orderBy: { createdAt: 'asc' } })).map(one => one.template)
const sendMails = () => db.outboxMessage.updateMany({ where: {}, data: { state: 'sent' } })

/** An account that has just paid for a plan. */
async function paid(plan = 'team') {
  const mine = await account()
  await openCheckout(mine.viewer, mine.accountId, plan, clock)
  const subscription = stripe.pay(stripe.sessions.at(-1)!, now)
  await take(stripe.event('customer.subscription.created', subscription, now))
  await run()
  return { ...mine, subscription }
}
/** As paid(), and the next payment has failed. */
async function failed() {
  const mine = await paid()
  stripe.become(mine.subscription, 'past_due', now)
  await take(stripe.event('customer.subscription.updated', mine.subscription, now))
  await run()
  return mine
}

describe('a plan', () => {
  it('begins when Stripe says that it is paid, and ends the trial', async () => {
    const { viewer, accountId } = await paid()
    expect(await billingOf(viewer, accountId, clock)).toMatchObject({
      plan: { key: 'team' },
      by: 'stripe',
      state: 'active',
      periodEnd: now + 30 * day,
      invoices: [{ state: 'paid', cents: 5900, currency: 'usd', at: now }],
    })
    expect(await trialOf(accountId, clock)).toEqual({ state: 'settled', plan: 'team' })
    const actions = (await db.auditEntry.findMany({ where: { accountId } })).map(one => one.action)
    expect(actions.sort()).toEqual(['billing.changed', 'billing.checkout'])
  })

  it('is there at once for who comes back from paying before Stripe’s message does', async () => {
    const { viewer, accountId } = await account()
    await openCheckout(viewer, accountId, 'solo', clock)
    expect((await billingOf(viewer, accountId, clock)).state).toBe('none')
    stripe.pay(stripe.sessions.at(-1)!, now)
    await refreshBilling(viewer, accountId, clock)
    expect(await billingOf(viewer, accountId, clock)).toMatchObject({
      state: 'active',
      plan: { key: 'solo' },
    })
  })

  it('is one: a page that was left open can’t be paid as well, and a second plan is not begun', async () => {
    const { viewer, accountId } = await account()
    await openCheckout(viewer, accountId, 'solo', clock)
    const first = stripe.sessions.at(-1)!
    await openCheckout(viewer, accountId, 'team', clock)
    expect(first.status).toBe('expired')
    expect(stripe.sessions.at(-1)).toMatchObject({ status: 'open', customer: first.customer })
    stripe.pay(stripe.sessions.at(-1)!, now)
    await refreshBilling(viewer, accountId, clock)
    expect(await codeOf(openCheckout(viewer, accountId, 'company', clock))).toBe('conflict')
  })

  it('has one price at Stripe, however many choose it', async () => {
    await paid('company')
    await paid('company')
    expect(stripe.prices.filter(one => one.lookup_key === 'plan_company_19900_usd')).toHaveLength(1)
  })

  it('leads to Stripe’s own pages, where a name or an address can’t be written into what we read', async () => {
    const { viewer, accountId } = await paid()
    expect(await openPortal(viewer, accountId, clock)).toBe(`${stripe.url}/portal`)
    await openPortal(viewer, accountId, clock)
    expect(stripe.configurations).toHaveLength(1)
    expect(stripe.configurations[0]).toMatchObject({ changesAddress: false })
    expect(stripe.sessions.every(one => one.keepsAddress === false)).toBe(true)
    const [invoice] = (await billingOf(viewer, accountId, clock)).invoices
    expect(await invoicePage(viewer, invoice!.id, clock)).toContain(`${stripe.url}/invoice/`)
  })
})

describe('Stripe’s messages', () => {
  it('may come in any order and any number of times', async () => {
    const { viewer, accountId } = await account()
    await openCheckout(viewer, accountId, 'team', clock)
    const subscription = stripe.pay(stripe.sessions.at(-1)!, now)
    const created = stripe.event('customer.subscription.created', subscription, now)
    const active = stripe.event('customer.subscription.updated', subscription, now)
    stripe.become(subscription, 'past_due', now)
    const late = stripe.event('invoice.payment_failed', stripe.invoices.at(-1)!, now)
    stripe.become(subscription, 'canceled', now)
    const deleted = stripe.event('customer.subscription.deleted', subscription, now)
    for (const event of [deleted, late, active, deleted, created, created, late]) {
      await take(event)
      await run()
      expect((await billingOf(viewer, accountId, clock)).state).toBe('ended')
    }
    expect(
      await db.job.count({
        where: { kind: 'billing-sync', payload: { contains: `${subscription.customer}` } },
      }),
    ).toBe(4)
    expect(await db.auditEntry.count({ where: { accountId, action: 'billing.changed' } })).toBe(1)
  })

  it('are tried again while Stripe does not answer', async () => {
    const mine = await account()
    await openCheckout(mine.viewer, mine.accountId, 'team', clock)
    const subscription = stripe.pay(stripe.sessions.at(-1)!, now)
    stripe.state.down = true
    await take(stripe.event('customer.subscription.created', subscription, now))
    await run()
    expect((await billingOf(mine.viewer, mine.accountId, clock)).state).toBe('none')
    stripe.state.down = false
    now += 2 * minute
    await run()
    expect((await billingOf(mine.viewer, mine.accountId, clock)).state).toBe('active')
  })

  it('leave no card and no address', async () => {
    const { subscription, viewer, accountId } = await paid()
    await take(stripe.event('invoice.paid', stripe.invoices.at(-1)!, now))
    await take(stripe.event('checkout.session.completed', stripe.sessions.at(-1)!, now))
    await take(stripe.event('customer.subscription.updated', subscription, now))
    await run()
    expect((await billingOf(viewer, accountId, clock)).state).toBe('active')
    const tables = await db.$queryRawUnsafe<{ name: string }[]>(
      `SELECT name FROM sqlite_master WHERE type = 'table'`,
    )
    let all = ''
    for (const { name } of tables)
      all += JSON.stringify(await db.$queryRawUnsafe(`SELECT * FROM "${name}"`), (_, value) =>
        typeof value === 'bigint' ? `${value}` : value,
      )
    expect(all).toContain(accountId)
    expect(all).not.toContain(secrets.card)
    expect(all).not.toContain(secrets.street)
  })
})

describe('a payment that fails', () => {
  it('is told twice, then the account can only be read, and nothing is ever deleted', async () => {
    const { viewer, accountId, email } = await failed()
    const since = now
    expect(await mailsTo(email)).toEqual(['payment-failed'])
    expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
    now = since + 7 * day
    await run()
    expect(await mailsTo(email)).toEqual(['payment-failed', 'payment-failed'])
    await sendMails()
    now = since + 14 * day - minute
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
    now = since + 14 * day
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('conflict')
    expect((await billingOf(viewer, accountId, clock)).readOnlyAt).toBe(now)
    expect(await mailsTo(email)).toEqual(['payment-failed', 'payment-failed', 'payment-read-only'])
    now = since + 400 * day
    await run()
    expect(await db.account.count({ where: { id: accountId } })).toBe(1)
    expect(await mailsTo(email)).toHaveLength(3)
  })

  it('ends nothing before both messages were handed on', async () => {
    const { accountId } = await failed()
    const since = now
    now = since + 15 * day
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
    await sendMails()
    now += day
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('conflict')
  })

  it('is forgotten once it is paid, and the next one counts anew', async () => {
    const { viewer, accountId, subscription, email } = await failed()
    const since = now
    now = since + 7 * day
    await run()
    await sendMails()
    stripe.become(subscription, 'active', now)
    await take(stripe.event('invoice.paid', stripe.invoices.at(-1)!, now))
    await run()
    expect(await billingOf(viewer, accountId, clock)).toMatchObject({ state: 'active', failedSince: null })
    expect((await mailsTo(email)).at(-1)).toBe('payment-received')
    now = since + 14 * day
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
    stripe.become(subscription, 'past_due', now)
    await take(stripe.event('customer.subscription.updated', subscription, now))
    await run()
    expect((await billingOf(viewer, accountId, clock)).failedSince).toBe(now)
    expect(await mailsTo(email)).toHaveLength(4)
  })

  it('lets everything be changed again when it arrives late', async () => {
    const { accountId, subscription } = await failed()
    now += 7 * day
    await run()
    await sendMails()
    now += 7 * day
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('conflict')
    stripe.become(subscription, 'active', now)
    await take(stripe.event('customer.subscription.updated', subscription, now))
    await run()
    expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
  })
})

it('a plan that has ended leaves the account to be read, and another one begins it again', async () => {
  const { viewer, accountId, subscription, email } = await paid()
  stripe.become(subscription, 'canceled', now)
  await take(stripe.event('customer.subscription.deleted', subscription, now))
  await run()
  expect(await codeOf(assertWritable(accountId, clock))).toBe('conflict')
  expect((await mailsTo(email)).at(-1)).toBe('plan-ended')
  await openCheckout(viewer, accountId, 'solo', clock)
  stripe.pay(stripe.sessions.at(-1)!, now + minute)
  await refreshBilling(viewer, accountId, clock)
  expect(await billingOf(viewer, accountId, clock)).toMatchObject({ state: 'active', plan: { key: 'solo' } })
  expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
})

it('an account that is deleted pays nothing more', async () => {
  const { accountId, subscription } = await paid()
  await tearDownAccount(accountId, now)
  await run()
  expect(subscription.status).toBe('canceled')
  expect(stripe.customers.find(one => one.id === subscription.customer)).toMatchObject({ deleted: true })
  expect(await db.billing.count({ where: { accountId } })).toBe(0)
})

describe('who may', () => {
  const places: Record<Role, number> = { viewer: 0, analyst: 1, admin: 2, owner: 3 }
  const verbs: [string, Role, (viewer: Viewer | null, accountId: string) => Promise<unknown>][] = [
    ['billing.read', 'admin', (viewer, id) => billingOf(viewer, id, clock)],
    ['billing.read', 'admin', (viewer, id) => refreshBilling(viewer, id, clock)],
    ['billing.checkout', 'owner', (viewer, id) => openCheckout(viewer, id, 'solo', clock)],
    ['billing.portal', 'owner', (viewer, id) => openPortal(viewer, id, clock)],
    ['billing.read', 'admin', (viewer, id) => usageOf(viewer, id, 1, clock)],
  ]
  it.each(verbs.flatMap(([action, needs, act]) => roles.map(role => ({ action, needs, act, role }))))(
    '$action as $role, and never as a stranger',
    async ({ action, needs, act, role }) => {
      const { viewer, accountId } = await account(role)
      const outcome = await codeOf(act(viewer, accountId))
      if (places[role] < places[needs]) {
        expect(outcome).toBe('forbidden')
        expect(await db.auditEntry.count({ where: { accountId, action: `${action}.refused` } })).toBe(1)
      } else expect(outcome).not.toBe('forbidden')
      const stranger = await account()
      const before = stripe.asked.length
      expect(await codeOf(act(stranger.viewer, accountId))).toBe('not_found')
      expect(await codeOf(act({ ...stranger.viewer, staff: true }, accountId))).toBe('not_found')
      expect(await codeOf(act(null, accountId))).toBe('unauthenticated')
      expect(stripe.asked).toHaveLength(before)
    },
  )

  it('an invoice is its account’s alone', async () => {
    const { viewer, accountId } = await paid()
    const id = (await billingOf(viewer, accountId, clock)).invoices[0]!.id
    const stranger = await account()
    expect(await codeOf(invoicePage(stranger.viewer, id, clock))).toBe('not_found')
    expect(await codeOf(invoicePage(stranger.viewer, 'in_none', clock))).toBe('not_found')
    expect(await codeOf(invoicePage(null, id, clock))).toBe('unauthenticated')
    const reader = { ...viewer, memberships: [{ accountId, role: 'analyst' as const }] }
    expect(await codeOf(invoicePage(reader, id, clock))).toBe('forbidden')
  })
})

describe('a plan by hand', () => {
  it('is given by staff alone, and written down', async () => {
    env.STRIPE_SECRET_KEY = undefined
    const { viewer, accountId } = await account()
    const staff = await account('owner', true)
    expect(await codeOf(assignPlan(viewer, accountId, 'team', clock))).toBe('forbidden')
    expect(await codeOf(accountPlans(viewer, { page: 1 }, clock))).toBe('forbidden')
    expect(await codeOf(assignPlan(staff.viewer, accountId, 'gold', clock))).toBe('invalid')
    expect(await codeOf(assignPlan(staff.viewer, 'acc_none', 'team', clock))).toBe('not_found')
    expect(await codeOf(openCheckout(viewer, accountId, 'team', clock))).toBe('unavailable')
    await assignPlan(staff.viewer, accountId, 'team', clock)
    expect(await billingOf(viewer, accountId, clock)).toMatchObject({ plan: { key: 'team' }, by: 'staff' })
    const note = await db.auditEntry.findFirstOrThrow({ where: { accountId, action: 'account.plan' } })
    expect(note).toMatchObject({ actorId: staff.viewer.userId, detail: '{"plan":"team"}' })
    const { accounts, total } = await accountPlans(
      staff.viewer,
      { search: `Account ${people - 1}`, page: 1 },
      clock,
    )
    expect(total).toBe(1)
    expect(accounts[0]).toMatchObject({ accountId, by: 'staff', state: 'active' })
  })

  it('does not replace one that is being paid, and is not ended by one that was', async () => {
    const { viewer, accountId, subscription } = await paid()
    const staff = await account('owner', true)
    expect(await codeOf(assignPlan(staff.viewer, accountId, 'solo', clock))).toBe('conflict')
    stripe.become(subscription, 'canceled', now)
    await refreshBilling(viewer, accountId, clock)
    await assignPlan(staff.viewer, accountId, 'solo', clock)
    await refreshBilling(viewer, accountId, clock)
    expect(await billingOf(viewer, accountId, clock)).toMatchObject({ by: 'staff', state: 'active' })
    expect(await codeOf(assertWritable(accountId, clock))).toBe('done')
  })
})

it('usage is the events of all real sites by calendar month', async () => {
  const { accountId } = await account()
  const site = { accountId, url: 'https://x.example', secretSealed: '', createdAt: new Date(now) }
  for (const [id, demo] of [
    ['site_one', false],
    ['site_two', false],
    ['site_sample', true],
  ] as const)
    await db.site.create({ data: { ...site, id, name: id, key: id, demo } })
  const ranges: unknown[] = []
  const store = {
    query: async (id: string, query: { from: string; to: string }) => {
      ranges.push([id, query.from, query.to])
      return {
        days: [
          { day: '2026-01-31', count: 5 },
          { day: '2026-02-01', count: 7 },
          { day: '2026-02-28', count: 1 },
        ],
        last: undefined,
      }
    },
  }
  expect(await eventsOf(store as never, accountId, ['2026-02', '2026-01'])).toEqual([
    { month: '2026-02', events: 16 },
    { month: '2026-01', events: 10 },
  ])
  expect(ranges).toEqual([
    ['site_one', '2026-01-01', '2026-02-28'],
    ['site_two', '2026-01-01', '2026-02-28'],
  ])
})
