import { viewer } from '@/_accounts/session'
import { mailboxMessage } from '@/_audience/mailbox.data'
import { toResponse } from '@/_platform/errors'
import { mailPolicy } from '../../../mail-policy'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const { html } = await mailboxMessage(await viewer(), (await params).id)
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': mailPolicy },
    })
  } catch (error) {
    return toResponse(error)
  }
}
