import { viewer } from '@/_accounts/session'
import { AppError, toResponse } from '@/_platform/errors'
import { webinarCopy } from '@/_webinars/copy'
import { findWebinar } from '@/_webinars/webinars'

/** The same webinar at another time, as a file for content/webinars. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  try {
    if (!(await viewer())?.staff) throw new AppError('forbidden', 'Only staff can copy a webinar.')
    const webinar = findWebinar((await params).slug)
    if (!webinar) throw new AppError('not_found', 'There is no such webinar.')
    const { name, text } = webinarCopy(webinar, new URL(request.url).searchParams.get('start') ?? '')
    return new Response(text, {
      headers: {
        'Content-Type': 'text/markdown; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}
