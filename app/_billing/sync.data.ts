import type Stripe from 'stripe'
import { markSettled } from '@/_accounts/trial/trials.data'
import { audit } from '@/_platform/audit.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { notices, planDunning } from './dunning.data'
import { serially } from './serially'
import { standingOf } from './standing'
import { atStripe } from './stripe'

/**
 * Reads how an account stands at Stripe and keeps that. It asks for the state of now, whatever led to it, so that it
 * may run any number of times and in any order. A customer that is not ours is passed over.
 * @throws AppError 'unavailable' when Stripe can't be asked
 */
export async function syncCustomer(customerId: string, clock: Clock): Promise<void> {
  await serially(customerId, async () => {
    const row = await db().billing.findUnique({ where: { customerId } })
    if (!row) return
    const { subscriptions, invoices } = await atStripe(async stripe => ({
      subscriptions: await stripe.subscriptions.list({ customer: customerId, status: 'all', limit: 100 }),
      invoices: await stripe.invoices.list({ customer: customerId, limit: 100 }),
    }))
    const { accountId } = row
    for (const invoice of invoices.data) await keepInvoice(accountId, invoice)
    const standing = standingOf(subscriptions.data)
    if (!standing || (row.by === 'staff' && standing.state === 'ended')) return
    await keepStanding(accountId, standing, clock())
  })
}

type Kept = NonNullable<ReturnType<typeof standingOf>>

/** Keeps a standing, and all that follows from a change of it: in one transaction. @param now Unix ms */
async function keepStanding(accountId: string, standing: Kept, now: number): Promise<void> {
  await db().$transaction(async tx => {
    const before = await tx.billing.findUniqueOrThrow({
      where: { accountId },
      include: { account: { select: { name: true } } },
    })
    const { state, plan, subscriptionId } = standing
    const failing = state === 'past_due'
    const failedSince = failing ? (before.failedSince ?? new Date(now)) : null
    const readOnlyAt = state === 'active' ? null : (before.readOnlyAt ?? (failing ? null : new Date(now)))
    await tx.billing.update({
      where: { accountId },
      data: {
        ...{ state, plan, subscriptionId, failedSince, readOnlyAt, by: 'stripe' },
        periodEnd: standing.periodEnd ? new Date(standing.periodEnd) : null,
        endsAt: standing.endsAt ? new Date(standing.endsAt) : null,
      },
    })
    if (plan && state !== 'ended') await markSettled(tx, accountId, plan, now)
    const changed = before.state !== state || before.plan !== plan || before.by !== 'stripe'
    if (changed) {
      const note = { actorId: null, accountId, action: 'billing.changed', subject: accountId, at: now }
      await audit(tx, { ...note, detail: { plan, state } })
    }
    const about = { accountId, account: before.account.name }
    if (failedSince && !before.failedSince) await planDunning(tx, accountId, failedSince.getTime(), now)
    if (state === 'active' && (before.failedSince || before.readOnlyAt))
      await notices.paid(tx, about, `${subscriptionId}:${before.failedSince?.getTime() ?? 'ended'}`, now)
    if (state === 'ended' && before.state !== 'ended') await notices.ended(tx, about, subscriptionId, now)
  })
}

/** Of an invoice nothing is kept but what its line in a list needs. A draft is none yet. */
async function keepInvoice(accountId: string, invoice: Stripe.Invoice): Promise<void> {
  const { id, status, total, currency, created } = invoice
  if (!id || !status || status === 'draft') return
  const number = invoice.number ?? ''
  const data = { number, state: status, cents: total, currency, at: new Date(created * 1000) }
  await db().invoice.upsert({ where: { id }, create: { id, accountId, ...data }, update: data })
}
