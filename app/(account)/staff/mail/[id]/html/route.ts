import { viewer } from '@/_accounts/session'
import { mailboxMessage } from '@/_audience/mailbox.data'
import { toResponse } from '@/_platform/errors'

/** A mail is styled inline and holds strangers' words: no script, no request, shown in our own frame alone. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation"

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const { html } = await mailboxMessage(await viewer(), (await params).id)
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    })
  } catch (error) {
    return toResponse(error)
  }
}
