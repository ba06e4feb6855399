import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Suspense } from 'react'
import { hiddenEvents } from '@/_analytics/library/library.data'
import { Access } from '@/_analytics/reports/access.data'
import { before, dayIn } from '@/_analytics/reports/calendar'
import { nested, type QueryParams, queryText } from '@/_analytics/reports/definition/nested'
import { readDefinition } from '@/_analytics/reports/definition/read'
import { overviewDefinition } from '@/_analytics/reports/overview/overview-query'
import { systemClock } from '@/_platform/clock'
import { count, fullDay } from '@/_ui/format'
import { siteHere } from '../site-here'
import { NothingYet } from './nothing-yet'
import { EventsPanel } from './overview/events-panel'
import { Panel, Rows } from './overview/panel'
import { RangeBar } from './overview/range-bar'
import { Links, nameOf, type Panel as PanelName, panels, readState, reportPart } from './overview/read'
import { Totals } from './overview/totals'
import { VisitorsChart } from './overview/visitors-chart'

export const metadata: Metadata = { title: 'Overview' }

type Props = { params: Promise<{ site: string }>; searchParams: Promise<QueryParams> }

export default async function Overview({ params, searchParams }: Props) {
  const [{ site: id }, query] = await Promise.all([params, searchParams])
  const here = `/sites/${id}`
  const said = queryText(nested(query))
  const { who, site } = await siteHere(id, said ? `${here}?${said}` : here)
  const access = await Access.ofMember(who, id)
  const now = systemClock()
  const today = dayIn(site.timezone, now)
  const read = readDefinition(overviewDefinition, reportPart(query), today)
  const definition = read.definition ?? overviewDefinition.parse({})
  const state = readState(query)
  const asked = { ...read.asked, ...(definition.compare && { compare: true }) }
  const links = new Links(here, asked, definition.filter, state)
  if (read.definition && query.shown !== undefined) redirect(links.to({}))

  const show = state.whole ? [state.whole] : Object.values(state.open)
  const question = {
    definition: { ...definition, show, rows: 500 },
    days: read.days,
    zone: site.timezone,
    today,
    now,
  }
  const shownDays = read.errors.length === 0
  const [live, hidden, answer, earlier] = await Promise.all([
    access.ask({ report: 'live', now }),
    hiddenEvents(id),
    shownDays ? access.ask({ report: 'overview', ...question }) : undefined,
    shownDays && definition.compare
      ? access.ask({
          report: 'overview',
          ...question,
          days: before(read.days),
          definition: { ...definition, show: [], rows: 0 },
        })
      : undefined,
  ])
  if (answer?.totals.views === 0 && answer.totals.visits === 0 && definition.filter.length === 0) {
    const { events } = await access.ask({ report: 'events' })
    if (events.length === 0) return <NothingYet site={site} />
  }
  const kept = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && (name in panels || name.startsWith('filter.')) ? [[name, value]] : [],
  )
  const csv = `${here}/reports/overview/data?format=csv&${links.report()}`
  return (
    <>
      <h1 className="text-[2.25rem]">{site.name}</h1>
      <p className="mt-1 text-soft">
        {fullDay(read.days.from)} to {fullDay(read.days.to)}, in {site.timezone}
        {earlier && `, compared with ${fullDay(before(read.days).from)} to ${fullDay(before(read.days).to)}`}
      </p>
      <RangeBar {...{ links, definition, days: read.days, preset: read.preset, errors: read.errors, kept }} />
      {answer && (
        <>
          <Totals totals={answer.totals} earlier={earlier?.totals} now={live.people} links={links} />
          <div className="mt-10">
            <VisitorsChart
              buckets={answer.buckets}
              earlier={earlier?.buckets}
              csv={csv}
              unfinished={read.days.to >= today}
            />
          </div>
          {state.whole ? (
            <section className="mt-12 max-w-[54rem]" aria-labelledby="whole">
              <h2 id="whole" className="text-2xl">
                {nameOf(state.whole)}
              </h2>
              <p className="mb-2">
                <Link href={links.to({ whole: null })} className="link inline-flex min-h-9 items-center">
                  Back to all of the overview
                </Link>
              </p>
              <Rows
                by={state.whole}
                found={answer.by[state.whole] ?? { rows: [], of: 0 }}
                links={links}
                people={answer.totals.visitors}
                whole
              />
            </section>
          ) : (
            <div className="mt-12 grid gap-x-12 gap-y-12 lg:grid-cols-2">
              {Object.entries(state.open).map(([panel, by]) => (
                <Panel
                  key={panel}
                  panel={panel as PanelName}
                  by={by}
                  found={answer.by[by]}
                  links={links}
                  people={answer.totals.visitors}
                />
              ))}
              <Suspense fallback={<p className="text-soft">Counting other events …</p>}>
                <EventsPanel
                  access={access}
                  ask={{ report: 'overview-events', ...question }}
                  hidden={hidden}
                  visitors={answer.totals.visitors}
                  links={links}
                />
              </Suspense>
            </div>
          )}
          {answer.totals.visits > answer.totals.known && (
            <p className="mt-8 max-w-[68ch] text-[0.9375rem] text-soft">
              {count(answer.totals.visits - answer.totals.known)} visits came without an identifier: they
              count as visits and views, and as nobody’s.
            </p>
          )}
        </>
      )}
    </>
  )
}
