import type { Viewer } from '@/_accounts/viewer'
import { ask } from './ask'
import { before, type Range } from './calendar'
import type { MetricAnswer } from './queries'

export type MetricReport = {
  days: Range
  answer: MetricAnswer
  /** The same number of days before, where they were asked for. */
  earlier?: { days: Range; answer: MetricAnswer }
}

/**
 * One event by day in the site's zone.
 * @throws AppError 'unauthenticated' or 'not_found' as siteFor does
 */
export async function metricReport(
  viewer: Viewer | null,
  site: { id: string; timezone: string },
  asked: { event: string; days: Range; compare: boolean },
): Promise<MetricReport> {
  const { event, days, compare } = asked
  const metric = (range: Range) =>
    ask(viewer, site.id, { report: 'metric', event, ...range, zone: site.timezone })
  const [answer, earlier] = await Promise.all([metric(days), compare ? metric(before(days)) : undefined])
  return { days, answer, ...(earlier && { earlier: { days: before(days), answer: earlier } }) }
}

/** The report as CSV (RFC 4180): a header, then one line a day. Holds dates and whole numbers only. */
export function metricCsv({ answer, earlier }: MetricReport): string {
  const head = ['day', 'times', 'people', ...(earlier ? ['day before', 'times before', 'people before'] : [])]
  const lines = answer.days.map(({ day, count, people }, at) => {
    const then = earlier?.answer.days[at]
    return [day, count, people, ...(then ? [then.day, then.count, then.people] : [])]
  })
  return [head, ...lines].map(line => `${line.join(',')}\r\n`).join('')
}
