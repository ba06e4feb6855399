import { fromOldMetric } from '@/_analytics/reports/old-metric'

type Context = { params: Promise<{ site: string }> }

/** Answers an address of the former page for one event with where its question stands now, under the site's reports. */
export const leadOn =
  (report: string) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const { site } = await params
    const query = fromOldMetric(new URL(request.url).searchParams)
    return new Response(null, {
      status: 308,
      headers: { Location: `/sites/${encodeURIComponent(site)}/reports/${report}${query}` },
    })
  }
