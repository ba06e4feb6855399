import { viewer } from '@/_accounts/session'
import { exportCsv } from '@/_analytics/ownership/export-csv'
import { siteFor } from '@/_analytics/sites.data'
import type { EventStore } from '@/_analytics/store/event-store'
import { toResponse } from '@/_platform/errors'
import { streamOf } from '@/_platform/http/stream'
import { shared } from '@/_platform/shared'

/** Everything recorded for a site, for its signed-in members: `form=ndjson` or `form=csv`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ site: string }> },
): Promise<Response> {
  try {
    const { site: id } = await params
    const site = await siteFor(await viewer(), id)
    const csv = new URL(request.url).searchParams.get('form') === 'csv'
    const lines = shared<EventStore>('store').export(site.id)
    return new Response(streamOf(csv ? exportCsv(lines) : lines), {
      headers: {
        'Content-Type': csv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
        'Content-Disposition': `attachment; filename="${site.id}.${csv ? 'csv' : 'ndjson'}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}
