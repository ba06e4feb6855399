import type { Metadata } from 'next'
import Link from 'next/link'
import { ask } from '@/_analytics/reports/ask'
import { dayIn, rangeOf } from '@/_analytics/reports/calendar'
import { metricQueryString } from '@/_analytics/reports/metric-definition'
import { systemClock } from '@/_platform/clock'
import { Chart } from '@/_ui/chart/chart'
import { count, longDay, shortDay } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { siteHere } from '../site-here'
import { NothingYet } from './nothing-yet'

export const metadata: Metadata = { title: 'Overview' }

export default async function Overview({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const here = `/sites/${id}`
  const { who, site } = await siteHere(id, here)
  const now = systemClock()
  const zone = site.timezone
  const days = rangeOf('30', dayIn(zone, now))
  const [live, views, visits, { events }] = await Promise.all([
    ask(who, id, { report: 'live', now }),
    ask(who, id, { report: 'metric', event: 'page view', ...days, zone }),
    ask(who, id, { report: 'metric', event: 'visited site', ...days, zone }),
    ask(who, id, { report: 'events' }),
  ])
  const metric = (event: string) =>
    `${here}/metric?${metricQueryString({ event, range: '30', compare: false })}`

  if (events.length === 0) return <NothingYet site={site} />
  return (
    <>
      <h1 className="text-[2.25rem]">{site.name}</h1>
      <p className="mt-1 text-soft">30 days to today, in {zone}</p>
      <dl className="mt-6 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat
          name="Here now"
          value={count(live.people)}
          note={
            <Link href={`${here}/live`} className="link">
              Watch live
            </Link>
          }
        />
        <Stat name="Visitors" value={count(views.total.people)} />
        <Stat name="Visits" value={count(visits.total.count)} />
        <Stat name="Page views" value={count(views.total.count)} />
      </dl>
      <section aria-labelledby="views" className="mt-12 max-w-[54rem]">
        <h2 id="views" className="mb-4 text-2xl">
          Page views and visitors by day
        </h2>
        <Chart
          title="Page views and visitors by day"
          unit="Day"
          points={views.days.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
          series={[
            { name: 'Visitors', values: views.days.map(({ people }) => people), look: 'area' },
            { name: 'Page views', values: views.days.map(({ count }) => count) },
          ]}
          csv={`${here}/metric.csv?${metricQueryString({ event: 'page view', range: '30', compare: false })}`}
          unfinished
        />
      </section>
      <section aria-labelledby="events" className="mt-14 max-w-[54rem]">
        <h2 id="events" className="mb-4 text-2xl">
          Everything that is recorded
        </h2>
        <Table
          caption="Events of this site, most frequent first"
          hideCaption
          rows={events}
          rowKey={({ name }) => name}
          columns={[
            {
              name: 'Event',
              cell: ({ name }) => (
                <Link href={metric(name)} className="link">
                  {name}
                </Link>
              ),
            },
            { name: 'Times', numeric: true, cell: event => count(event.count) },
            { name: 'First', numeric: true, cell: event => <Day day={event.firstDay} /> },
            { name: 'Last', numeric: true, cell: event => <Day day={event.lastDay} /> },
          ]}
        />
      </section>
    </>
  )
}

const Day = ({ day }: { day: string }) => (
  <time dateTime={day} className="whitespace-nowrap">
    {shortDay(day)}
  </time>
)
