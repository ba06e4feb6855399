import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { type Plan, plans } from '@/_accounts/plans'
import { brand } from '@/brand'
import { lookupKey } from './standing'

type Price = { id: string; product: string }

/** A plan's price at Stripe; made there from the plans' file when it is not there yet. */
export async function priceOf(stripe: Stripe, plan: Plan): Promise<Price> {
  const lookup = lookupKey(plan)
  const found = await stripe.prices.list({ lookup_keys: [lookup], active: true, limit: 1 })
  const price =
    found.data[0] ??
    (await stripe.prices.create(
      {
        currency: 'usd',
        unit_amount: plan.cents,
        recurring: { interval: 'month' },
        tax_behavior: 'exclusive',
        lookup_key: lookup,
        product_data: { name: `${brand.name} ${plan.name}` },
      },
      { idempotencyKey: `price:${lookup}` },
    ))
  return { id: price.id, product: typeof price.product === 'string' ? price.product : price.product.id }
}

/**
 * What customers may do on Stripe's own page: see invoices, change the payment method and the plan, and end it with
 * the paid month. Name and address can't be written into the customer there, so that they stand in nothing we read.
 * @returns the id of that configuration, made when it is not there yet
 */
export async function portalOf(stripe: Stripe): Promise<string> {
  const prices = await Promise.all(plans.map(plan => priceOf(stripe, plan)))
  const version = createHash('sha256')
    .update(prices.map(({ id }) => id).join())
    .digest('hex')
    .slice(0, 16)
  const known = await stripe.billingPortal.configurations.list({ active: true, limit: 100 })
  const found = known.data.find(({ metadata }) => metadata?.plans === version)
  if (found) return found.id
  const made = await stripe.billingPortal.configurations.create(
    {
      metadata: { plans: version },
      features: {
        customer_update: { enabled: false },
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: { enabled: true, mode: 'at_period_end' },
        subscription_update: {
          enabled: true,
          default_allowed_updates: ['price'],
          proration_behavior: 'create_prorations',
          products: prices.map(({ id, product }) => ({ product, prices: [id] })),
        },
      },
    },
    { idempotencyKey: `portal:${version}` },
  )
  return made.id
}
