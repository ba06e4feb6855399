import { takeResendEvent } from '@/_audience/webhooks/resend-events.data'
import { assertSigned } from '@/_audience/webhooks/signature'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { AppError, toResponse } from '@/_platform/errors'
import { readText } from '@/_platform/http/body'

const mostBytes = 256 * 1024

/** What Resend tells of our mail. There is no such address without RESEND_WEBHOOK_SECRET. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!env.RESEND_WEBHOOK_SECRET) throw new AppError('not_found', 'There is nothing here.')
    const body = await readText(request, mostBytes)
    const id = assertSigned(request.headers, body, env.RESEND_WEBHOOK_SECRET, systemClock())
    await takeResendEvent(id, body, systemClock)
    return new Response(null, { status: 204 })
  } catch (error) {
    return toResponse(error)
  }
}
