import { fromOldMetric } from '@/_analytics/reports/old-metric'

/** The former page of one event: saved links lead on to the metrics report. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ site: string }> },
): Promise<Response> {
  const { site } = await params
  const query = fromOldMetric(new URL(request.url).searchParams)
  return new Response(null, {
    status: 308,
    headers: { Location: `/sites/${encodeURIComponent(site)}/reports/metrics?${query}` },
  })
}
