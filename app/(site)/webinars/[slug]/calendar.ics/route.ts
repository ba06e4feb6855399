import { connection } from 'next/server'
import { publicEntry } from '@/_webinars/calendar'
import { findWebinar } from '@/_webinars/webinars'

/** The file behind "Add to calendar". */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await connection()
  const { slug } = await params
  const webinar = findWebinar(slug)
  if (!webinar) return new Response('There is no such webinar.\n', { status: 404 })
  return new Response(publicEntry(webinar), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': `attachment; filename="${slug}.ics"`,
    },
  })
}
