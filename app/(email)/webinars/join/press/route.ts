import { recordOwn } from '@/_analytics/own-event'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { join } from '@/_webinars/registrations.data'

/** Notes that the link's person came, and takes them to the room. */
export async function POST(request: Request): Promise<Response> {
  let token = ''
  try {
    token = String((await readForm(request)).get('token') ?? '')
    const { slug, platform, first } = await join(token, systemClock)
    if (first) recordOwn(request.headers, 'Attended Webinar', { webinar: slug })
    return new Response(null, { status: 303, headers: { Location: platform, 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict')
      return seeOther(`/webinars/join?${new URLSearchParams({ token })}`)
    return toResponse(error)
  }
}
