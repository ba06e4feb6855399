import { siteByToken } from '@/_analytics/sites.data'
import type { EventStore } from '@/_analytics/store/event-store'
import { AppError, toResponse } from '@/_platform/errors'
import { streamOf } from '@/_platform/http/stream'
import { shared } from '@/_platform/shared'

/** Everything stored for a site, one JSON object a line, ordered by receive time (raw-export form). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const { id } = await params
    const site = await siteByToken(request.headers.get('authorization'), id, 'export')
    return new Response(streamOf(shared<EventStore>('store').export(site.id)), {
      headers: {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Content-Disposition': `attachment; filename="${site.id}.ndjson"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    const response = toResponse(error)
    if (error instanceof AppError && error.code === 'unauthenticated')
      response.headers.set('WWW-Authenticate', 'Bearer')
    return response
  }
}
