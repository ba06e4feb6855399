import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { ownFigures, ownLive } from '@/_analytics/reports/own-site'
import { systemClock } from '@/_platform/clock'
import { Chart } from '@/_ui/chart/chart'
import { EmptyState } from '@/_ui/empty-state'
import { count, longDay, shortDay } from '@/_ui/format'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Stat } from '@/_ui/stat'
import { LiveList } from './live-list'

export const metadata: Metadata = {
  title: 'This site, live',
  description:
    'The dashboard of this very site, open to everyone: who is here now, what is read, where readers come from.',
  ...pageAddress('/live'),
}

const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

export default async function LivePage() {
  await connection()
  const now = systemClock()
  const [live, figures] = await Promise.all([ownLive(systemClock), ownFigures(systemClock)])
  return (
    <div className="shell pb-20">
      <PageHead title="This site, live">
        <p>
          What its own reports say of this site at this moment, read through the same tracker, endpoint and
          file that any client gets. Drawn at {clockTime.format(now)} UTC, at most every ten seconds, however
          many look.
        </p>
      </PageHead>
      {!live || !figures ? (
        <EmptyState title="Nothing is measured here yet">
          This deployment has no site of its own. Its operator makes one at the first sign-in.
        </EmptyState>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
            <Stat name="Here in the last half hour" value={count(live.people)} large />
            <Stat name="Events in that time" value={count(live.events)} />
            <Stat name="Visitors in 30 days" value={count(figures.views.total.people)} />
            <Stat name="Visits in 30 days" value={count(figures.visits.total.count)} />
          </dl>
          <section className="mt-12" aria-labelledby="half-hour">
            <h2 id="half-hour" className="mb-3 text-2xl">
              The last half hour, minute by minute
            </h2>
            <Chart
              title="Events and people in each of the last 30 minutes"
              unit="Minute (UTC)"
              points={live.minutes.map(({ minute }) => ({
                label: clockTime.format(minute),
                tick: clockTime.format(minute),
              }))}
              series={[
                { name: 'Events', values: live.minutes.map(({ events }) => events), look: 'bars' },
                { name: 'People', values: live.minutes.map(({ people }) => people) },
              ]}
              unfinished
            />
          </section>
          <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 md:grid-cols-2">
            <LiveList title="Pages now" one="Page" rows={live.pages} />
            <LiveList title="Sources now" one="Source" rows={live.sources} />
          </div>
          <section className="mt-12" aria-labelledby="month">
            <h2 id="month" className="mb-3 text-2xl">
              The last 30 days
            </h2>
            <Chart
              title="Page views and visitors of this site by day"
              unit="Day"
              points={figures.views.days.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
              series={[
                { name: 'Visitors', values: figures.views.days.map(({ people }) => people), look: 'area' },
                { name: 'Page views', values: figures.views.days.map(({ count }) => count) },
              ]}
              unfinished
            />
          </section>
          <p className="mt-10 max-w-[62ch] text-soft">
            No person is shown here: only sums, and pages that everybody can open. Rather not be in it?{' '}
            <Link href="/user-privacy" className="link">
              Opt this browser out
            </Link>
            . Figures over all sites stand under{' '}
            <Link href="/trends" className="link">
              Trends
            </Link>
            .
          </p>
        </>
      )}
    </div>
  )
}
