import { viewer } from '@/_accounts/session'
import { dayIn } from '@/_analytics/reports/calendar'
import { readMetric } from '@/_analytics/reports/metric-definition'
import { metricCsv, metricReport } from '@/_analytics/reports/metric-report'
import { siteFor } from '@/_analytics/sites.data'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'

/** The metric report as a file. Takes the same query as its page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ site: string }> },
): Promise<Response> {
  try {
    const who = await viewer()
    const site = await siteFor(who, (await params).site)
    const query = Object.fromEntries(new URL(request.url).searchParams)
    const { definition, days, errors } = readMetric(query, dayIn(site.timezone, systemClock()), '')
    if (!definition || !days) throw new AppError('invalid', errors[0]!.message, errors[0]!.field)
    const report = await metricReport(who, site, { ...definition, days })
    const name = `${definition.event.replace(/[^a-z0-9]+/g, '-') || 'event'}-${days.from}-${days.to}.csv`
    return new Response(metricCsv(report), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}
