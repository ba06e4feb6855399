import { type Clock, day, hour } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { enqueue } from '@/_platform/jobs.data'
import { syncJob } from './events.data'
import { stripeOn } from './stripe'

export const reconcileJob = 'billing-reconcile'

/** Plans the next comparison with Stripe, at 04:00 UTC; none where nothing is paid. */
export async function planReconcile(clock: Clock): Promise<void> {
  if (!stripeOn()) return
  const now = clock()
  const next = (Math.floor((now - 4 * hour) / day) + 1) * day + 4 * hour
  await enqueue(db(), { kind: reconcileJob, key: `${reconcileJob}:${next / day}`, runAt: next, now })
}

/** Asks Stripe once a day how every customer stands, in case a message of its was lost. */
export async function reconcile(clock: Clock): Promise<void> {
  await planReconcile(clock)
  if (!stripeOn()) return
  const now = clock()
  const rows = await db().billing.findMany({
    where: { customerId: { not: null } },
    select: { customerId: true },
  })
  for (const { customerId } of rows)
    await enqueue(db(), {
      kind: syncJob,
      key: `${syncJob}:${customerId}:${Math.floor(now / day)}`,
      payload: { customer: customerId },
      runAt: now,
      now,
    })
}
