import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { registrantsCsv } from '@/_webinars/staff.data'

/** Who registered, as a file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  try {
    const { slug } = await params
    const csv = await registrantsCsv(await viewer(), slug, systemClock)
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${encodeURIComponent(slug)}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}
