import { recordOwn } from '@/_analytics/own-event'
import { findWebinar } from '@/_webinars/webinars'

/** Leads to the recording or, with `?slides`, to the slides, and counts that somebody went. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const webinar = findWebinar(slug)
  const slides = new URL(request.url).searchParams.has('slides')
  const to = slides ? webinar?.slides : webinar?.replay
  if (!to) return new Response('There is no recording.\n', { status: 404 })
  recordOwn(request.headers, slides ? 'Opened Slides' : 'Watched Replay', { webinar: slug })
  return new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'no-store' } })
}
