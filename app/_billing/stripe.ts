import Stripe from 'stripe'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { log } from '@/_platform/log'
import { sharedOnce } from '@/_platform/shared'

/** Whether payments go through Stripe here. Without a key staff assign plans, and nothing is charged. */
export const stripeOn = (): boolean => !!env.STRIPE_SECRET_KEY

function connect(): Stripe {
  const { protocol, hostname, port } = new URL(env.STRIPE_API_BASE ?? 'https://api.stripe.com')
  return new Stripe(env.STRIPE_SECRET_KEY!, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    ...(port && { port }),
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
  })
}

/**
 * Asks Stripe something. Of an error only its kind is logged, because its text may repeat what was sent.
 * @throws AppError 'unavailable' when no key is set, or when Stripe did not do it
 */
export async function atStripe<T>(ask: (stripe: Stripe) => Promise<T>): Promise<T> {
  if (!stripeOn()) throw new AppError('unavailable', 'Nothing is paid here: staff assign the plans.')
  try {
    return await ask(sharedOnce('stripe', connect))
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const { type, code, statusCode, requestId } = error
    log.warn({ type, code, statusCode, requestId }, 'Stripe did not do what it was asked')
    throw new AppError(
      'unavailable',
      'Stripe, which takes the payments, did not answer as expected. Nothing was changed; try again in a minute.',
    )
  }
}

/** The pages of Stripe that our forms lead to, as origins for the content security policy. */
export function paymentPages(path: string): string[] {
  if (!stripeOn() || !path.startsWith('/account/billing')) return []
  if (env.STRIPE_API_BASE) return [new URL(env.STRIPE_API_BASE).origin]
  return ['https://checkout.stripe.com', 'https://billing.stripe.com']
}
