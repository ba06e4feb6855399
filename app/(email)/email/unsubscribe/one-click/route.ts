import { unsubscribe } from '@/_audience/unsubscribe.data'
import { wordings } from '@/_audience/wordings'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

/**
 * A mail program's own button (RFC 8058): no cookie, no origin, `List-Unsubscribe=One-Click` as a form. The signed
 * token is the whole proof, and the answer is no redirect.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const form = await readForm(request)
    if (form.get('List-Unsubscribe') !== 'One-Click')
      throw new AppError('invalid', 'Send List-Unsubscribe=One-Click.')
    await unsubscribe(tokenOf(request), { wording: wordings.oneClick, address: '' }, systemClock)
    return new Response('Unsubscribed.\n', { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    return toResponse(error)
  }
}

/** Opened in a browser the link changes nothing and leads to the page with the button. */
export const GET = (request: Request): Response =>
  seeOther(`/email/unsubscribe?${new URLSearchParams({ token: tokenOf(request) })}`)
