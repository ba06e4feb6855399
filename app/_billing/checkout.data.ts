import { roleIn } from '@/_accounts/access.data'
import { plans } from '@/_accounts/plans'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { portalOf, priceOf } from './prices'
import { serially } from './serially'
import { atStripe } from './stripe'

const page = (accountId: string, more = '') => `${env.SITE_URL}/account/billing?account=${accountId}${more}`

/**
 * Opens Stripe's page that takes a card and begins a plan. Stripe is told the account's name and the owner's address
 * of mail; the card and the billing address go to it alone, and are not written into the customer that we read.
 * @returns the address of that page
 * @throws AppError as roleIn, for an owner; 'invalid' for no such plan; 'conflict' when a plan is paid for already;
 *   'unavailable'
 */
export async function openCheckout(
  viewer: Viewer | null,
  accountId: string,
  planKey: string,
  clock: Clock = systemClock,
): Promise<string> {
  const actor = await ownerIn(viewer, accountId, 'billing.checkout', clock)
  const plan = plans.find(({ key }) => key === planKey)
  if (!plan) throw new AppError('invalid', 'Choose one of the plans.', 'plan')
  return serially(accountId, async () => {
    const row = await db().billing.findUnique({ where: { accountId } })
    if (row?.by === 'stripe' && (row.state === 'active' || row.state === 'past_due'))
      throw new AppError('conflict', 'This account has a plan already. Change it on Stripe’s page.', 'plan')
    const customer = row?.customerId ?? (await makeCustomer(accountId, actor))
    const url = await atStripe(async stripe => {
      // What was begun and left open could else be paid twice.
      const open = await stripe.checkout.sessions.list({ customer, status: 'open', limit: 100 })
      for (const { id } of open.data) await stripe.checkout.sessions.expire(id)
      const session = await stripe.checkout.sessions.create({
        mode: 'subscription',
        customer,
        customer_update: { address: 'never', name: 'never', shipping: 'never' },
        client_reference_id: accountId,
        line_items: [{ price: (await priceOf(stripe, plan)).id, quantity: 1 }],
        success_url: page(accountId, '&back=paid'),
        cancel_url: page(accountId, '&back=left'),
      })
      return session.url
    })
    if (!url) throw new AppError('unavailable', 'Stripe gave no page to pay on. Try again in a minute.')
    const note = { actorId: actor.userId, accountId, action: 'billing.checkout', subject: accountId }
    await audit(db(), { ...note, detail: { plan: plan.key }, at: clock() })
    return url
  })
}

/** Makes the account's customer at Stripe and keeps its id before anything can be paid. */
async function makeCustomer(accountId: string, owner: Viewer): Promise<string> {
  const { name } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  const customer = await atStripe(stripe =>
    stripe.customers.create({ name, email: owner.email, metadata: { account: accountId } }),
  )
  await db().billing.upsert({
    where: { accountId },
    create: { accountId, customerId: customer.id },
    update: { customerId: customer.id },
  })
  return customer.id
}

/**
 * Opens Stripe's page with the payment method, the plan and the invoices.
 * @returns its address
 * @throws AppError as roleIn, for an owner; 'not_found' when the account was never at Stripe; 'unavailable'
 */
export async function openPortal(
  viewer: Viewer | null,
  accountId: string,
  clock: Clock = systemClock,
): Promise<string> {
  await ownerIn(viewer, accountId, 'billing.portal', clock)
  const customer = await customerOf(accountId)
  return atStripe(async stripe => {
    const configuration = await portalOf(stripe)
    const return_url = page(accountId, '&back=portal')
    return (await stripe.billingPortal.sessions.create({ customer, configuration, return_url })).url
  })
}

/**
 * The address of an invoice's page at Stripe: asked for each time, because such addresses expire.
 * @throws AppError as roleIn, for an admin or owner; 'not_found' for what is no invoice of the account; 'unavailable'
 */
export async function invoicePage(
  viewer: Viewer | null,
  invoiceId: string,
  clock: Clock = systemClock,
): Promise<string> {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  const invoice = await db().invoice.findUnique({ where: { id: invoiceId } })
  const mine = invoice && viewer.memberships.some(({ accountId }) => accountId === invoice.accountId)
  if (!mine) throw new AppError('not_found', 'There is no such invoice.')
  const attempt = { needs: 'admin', action: 'billing.invoice', subject: invoiceId } as const
  await roleIn(viewer, invoice.accountId, attempt, clock)
  const { hosted_invoice_url } = await atStripe(stripe => stripe.invoices.retrieve(invoiceId))
  if (!hosted_invoice_url) throw new AppError('not_found', 'There is no such invoice.')
  return hosted_invoice_url
}

async function customerOf(accountId: string): Promise<string> {
  const row = await db().billing.findUnique({ where: { accountId }, select: { customerId: true } })
  if (!row?.customerId) throw new AppError('not_found', 'Nothing was paid for this account yet.')
  return row.customerId
}

const ownerIn = async (viewer: Viewer | null, accountId: string, action: string, clock: Clock) =>
  (await roleIn(viewer, accountId, { needs: 'owner', action }, clock)).viewer
