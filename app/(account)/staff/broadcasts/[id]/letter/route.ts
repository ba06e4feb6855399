import { viewer } from '@/_accounts/session'
import { previewOf } from '@/_newsletters/preview.data'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { mailPolicy } from '../../../mail-policy'

/** The message as a reader gets it: HTML, or with `?part=text` its text part. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const { html, text } = await previewOf(await viewer(), (await params).id, systemClock)
    const asText = new URL(request.url).searchParams.get('part') === 'text'
    return new Response(asText ? text : html, {
      headers: {
        'Content-Type': `text/${asText ? 'plain' : 'html'}; charset=utf-8`,
        'Content-Security-Policy': mailPolicy,
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}
