import { roleIn } from '@/_accounts/access.data'
import { type Plan, plans } from '@/_accounts/plans'
import type { Viewer } from '@/_accounts/viewer'
import { type Clock, minute, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { take } from '@/_platform/limits.data'
import type { BillingState } from './standing'
import { stripeOn } from './stripe'
import { syncCustomer } from './sync.data'

/** An account's billing as its admins and owners see it. Times in Unix ms. */
export type BillingView = {
  plan: Plan | null
  by: 'stripe' | 'staff'
  state: BillingState
  periodEnd: number | null
  endsAt: number | null
  failedSince: number | null
  readOnlyAt: number | null
  /** It has been at Stripe once: there are payment methods and invoices to look at. */
  atStripe: boolean
  invoices: InvoiceLine[]
}

export type InvoiceLine = {
  id: string
  number: string
  state: string
  cents: number
  currency: string
  at: number
}

const time = (at: Date | null | undefined): number | null => at?.getTime() ?? null

/** @throws AppError as roleIn, for an admin or owner */
export async function billingOf(
  viewer: Viewer | null,
  accountId: string,
  clock: Clock = systemClock,
): Promise<BillingView> {
  await roleIn(viewer, accountId, { needs: 'admin', action: 'billing.read' }, clock)
  const row = await db().billing.findUnique({ where: { accountId } })
  const invoices = await db().invoice.findMany({ where: { accountId }, orderBy: { at: 'desc' }, take: 100 })
  return {
    plan: plans.find(({ key }) => key === row?.plan) ?? null,
    by: row?.by === 'staff' ? 'staff' : 'stripe',
    state: (row?.state ?? 'none') as BillingState,
    periodEnd: time(row?.periodEnd),
    endsAt: time(row?.endsAt),
    failedSince: time(row?.failedSince),
    readOnlyAt: time(row?.readOnlyAt),
    atStripe: !!row?.customerId,
    invoices: invoices.map(({ id, number, state, cents, currency, at }) => ({
      ...{ id, number, state, cents, currency },
      at: at.getTime(),
    })),
  }
}

const refreshing = { name: 'billing-refresh', burst: 6, every: minute }

/**
 * Asks Stripe how things are, for somebody who just came back from its pages and should not wait for its message.
 * When it can't be asked, that message will do.
 * @throws AppError as roleIn, for an admin or owner
 */
export async function refreshBilling(
  viewer: Viewer | null,
  accountId: string,
  clock: Clock = systemClock,
): Promise<void> {
  await roleIn(viewer, accountId, { needs: 'admin', action: 'billing.read' }, clock)
  const row = await db().billing.findUnique({ where: { accountId }, select: { customerId: true } })
  if (!row?.customerId || !stripeOn() || (await take(refreshing, accountId, clock)) > 0) return
  try {
    await syncCustomer(row.customerId, clock)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
