import { takeStripeEvent } from '@/_billing/events.data'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { AppError, toResponse } from '@/_platform/errors'
import { readText } from '@/_platform/http/body'

const mostBytes = 256 * 1024

/** What Stripe tells of payments. There is no such address without STRIPE_WEBHOOK_SECRET. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!env.STRIPE_WEBHOOK_SECRET) throw new AppError('not_found', 'There is nothing here.')
    const body = await readText(request, mostBytes)
    const signature = request.headers.get('stripe-signature')
    await takeStripeEvent(body, signature, env.STRIPE_WEBHOOK_SECRET, systemClock)
    return new Response(null, { status: 204 })
  } catch (error) {
    return toResponse(error)
  }
}
