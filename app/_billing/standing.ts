import type Stripe from 'stripe'
import { type Plan, plans } from '@/_accounts/plans'

export type BillingState = 'none' | 'active' | 'past_due' | 'ended'

/** What Stripe says of an account's subscription, as far as it concerns us. Times in Unix ms. */
export type Standing = {
  subscriptionId: string
  plan: Plan['key'] | null
  state: Exclude<BillingState, 'none'>
  periodEnd: number | null
  endsAt: number | null
}

/** The part of a subscription that is read. */
export type SubscriptionSeen = Pick<
  Stripe.Subscription,
  'id' | 'status' | 'created' | 'cancel_at' | 'ended_at'
> & {
  items: { data: { current_period_end: number; price: { lookup_key: string | null } }[] }
}

/** The name under which a plan's price is found at Stripe. Another price is another name, so nobody's changes by itself. */
export const lookupKey = ({ key, cents }: Plan): string => `plan_${key}_${cents}_usd`

const planOf = (lookup: string | null | undefined): Plan['key'] | null =>
  plans.find(({ key }) => lookup?.startsWith(`plan_${key}_`))?.key ?? null

/** An attempt to subscribe that was never paid (`incomplete`, `incomplete_expired`) is no subscription yet. */
const states: Partial<Record<Stripe.Subscription.Status, Standing['state']>> = {
  active: 'active',
  trialing: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  paused: 'past_due',
  canceled: 'ended',
}
const order: Standing['state'][] = ['active', 'past_due', 'ended']

const ms = (seconds: number | null | undefined): number | null => (seconds ? seconds * 1000 : null)

/** The one of a customer's subscriptions that counts: the one that is paid best, and of equals the newest. */
export function standingOf(subscriptions: SubscriptionSeen[]): Standing | undefined {
  const [best] = subscriptions
    .flatMap(seen => {
      const state = states[seen.status]
      return state ? [{ seen, state }] : []
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.seen.created - a.seen.created)
  if (!best) return
  const { seen, state } = best
  const item = seen.items.data[0]
  return {
    subscriptionId: seen.id,
    plan: planOf(item?.price.lookup_key),
    state,
    periodEnd: ms(item?.current_period_end),
    endsAt: ms(state === 'ended' ? seen.ended_at : seen.cancel_at),
  }
}
