import Link from 'next/link'
import type { OwnFigures } from '@/_analytics/reports/own-site'
import { Chart } from '@/_ui/chart/chart'
import { count, fullDay, longDay, shortDay } from '@/_ui/format'
import { optOut } from '@/_ui/nav'
import { Stat } from '@/_ui/stat'

/** This very site, counted by the product it offers. */
export function OwnFiguresSection({ range, views, visits }: OwnFigures) {
  return (
    <section aria-labelledby="figures" className="border-y border-rule bg-sheet">
      <div className="shell grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 py-14 sm:py-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,2.4fr)]">
        <div>
          <h2 id="figures" className="scroll-mt-6 text-[1.75rem] sm:text-[2rem]">
            This site, counted by itself
          </h2>
          <p className="mt-3 max-w-[40ch] text-soft">
            Not a picture of a report but the report: {fullDay(range.from)} to {fullDay(range.to)}, read a
            moment ago through the same tracker, endpoint and file that any client gets.
          </p>
          <dl className="mt-8 grid grid-cols-2 gap-x-8 gap-y-6 lg:grid-cols-1">
            <Stat
              name="Visitors in 30 days"
              value={count(views.total.people)}
              large
              className="col-span-full"
            />
            <Stat name="Visits" value={count(visits.total.count)} />
            <Stat name="Page views" value={count(views.total.count)} />
          </dl>
        </div>
        <div className="self-end">
          {views.total.count === 0 ? (
            <p className="max-w-[48ch] font-display text-2xl text-soft">
              Nothing is counted yet. Load this page once more: the first figure here will be you, unless you
              opted out.
            </p>
          ) : (
            <Chart
              title="Page views and visitors of this site by day"
              unit="Day"
              points={views.days.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
              series={[
                { name: 'Visitors', values: views.days.map(({ people }) => people), look: 'area' },
                { name: 'Page views', values: views.days.map(({ count }) => count) },
              ]}
              unfinished
            />
          )}
          <p className="mt-6 max-w-[62ch] text-[0.9375rem] text-soft">
            A visitor is a browser that kept our cookie; one that keeps none is counted as views and as
            nobody. Today is not over, so its stretch is dotted. Rather not be in here?{' '}
            <Link href={optOut.href} className="link">
              {optOut.text}
            </Link>
            .
          </p>
        </div>
      </div>
    </section>
  )
}
