import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ask } from '@/_analytics/reports/ask'
import { dayIn } from '@/_analytics/reports/calendar'
import { metricQueryString, readMetric } from '@/_analytics/reports/metric-definition'
import { metricReport } from '@/_analytics/reports/metric-report'
import { systemClock } from '@/_platform/clock'
import { siteHere } from '../../site-here'
import { NothingYet } from '../nothing-yet'
import { MetricForm } from './metric-form'
import { MetricResult } from './metric-result'

export const metadata: Metadata = { title: 'Metric' }

type Query = Record<string, string | string[] | undefined>

export default async function Metric({
  params,
  searchParams,
}: {
  params: Promise<{ site: string }>
  searchParams: Promise<Query>
}) {
  const [{ site: id }, query] = await Promise.all([params, searchParams])
  const here = `/sites/${id}/metric`
  const { who, site } = await siteHere(id, here)
  const { events } = await ask(who, id, { report: 'events' })
  if (events.length === 0) return <NothingYet site={site} />

  const names = events.map(event => event.name)
  const today = dayIn(site.timezone, systemClock())
  const { typed, definition, days, errors } = readMetric(query, today, names[0]!)
  if (definition && query.shown !== undefined) redirect(`${here}?${metricQueryString(definition)}`)

  return (
    <>
      <h1 className="text-[2.25rem]">Metric</h1>
      <p className="mt-1 mb-6 text-soft">
        One event by day: how often, and by how many people. Days begin at midnight in {site.timezone}.
      </p>
      <MetricForm {...{ here, names, typed, definition, errors }} />
      {definition && days && (
        <MetricResult
          event={definition.event}
          known={names.includes(definition.event)}
          today={today}
          report={await metricReport(who, site, { ...definition, days })}
          csv={`${here}.csv?${metricQueryString(definition)}`}
        />
      )}
    </>
  )
}
