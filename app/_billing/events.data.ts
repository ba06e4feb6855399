import Stripe from 'stripe'
import { z } from 'zod'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { enqueue } from '@/_platform/jobs.data'

export const syncJob = 'billing-sync'

/** All that is read of an event. Whatever else Stripe puts into it is dropped with the request. */
const event = z.object({
  id: z.string().regex(/^evt_\w{1,200}$/),
  type: z.string().max(200),
  data: z.object({
    object: z.object({
      customer: z
        .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
        .nullish()
        .catch(null),
    }),
  }),
})

const concerns = (type: string): boolean =>
  type.startsWith('customer.subscription.') || type.startsWith('invoice.')

/**
 * Takes what Stripe tells of a customer, and plans to ask how things are. What the event itself says is not believed,
 * so neither a repetition nor the order matters: the same event is one job, and every job asks for the state of now.
 * @param signature the header `Stripe-Signature`
 * @throws AppError 'invalid' for what Stripe did not sign in the last five minutes, or what is no event
 */
export async function takeStripeEvent(
  body: string,
  signature: string | null,
  secret: string,
  clock: Clock,
): Promise<void> {
  const read = event.safeParse(signed(body, signature, secret, clock()))
  if (!read.success) throw new AppError('invalid', 'This is no event.')
  const { id, type, data } = read.data
  const { customer } = data.object
  if (!customer || !concerns(type)) return
  const known = await db().billing.findUnique({
    where: { customerId: customer },
    select: { accountId: true },
  })
  if (!known) return
  const now = clock()
  await enqueue(db(), { kind: syncJob, key: `${syncJob}:${id}`, payload: { customer }, runAt: now, now })
}

function signed(body: string, signature: string | null, secret: string, now: number): unknown {
  try {
    return Stripe.webhooks.constructEvent(body, signature ?? '', secret, undefined, undefined, now)
  } catch {
    throw new AppError('invalid', 'The signature is missing, wrong or older than five minutes.')
  }
}
