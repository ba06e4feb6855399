import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { fewest } from '@/_analytics/trends/trend'
import { trendFigures, trends } from '@/_analytics/trends/trends'
import { systemClock } from '@/_platform/clock'
import { count, fullDay } from '@/_ui/format'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'

export const metadata: Metadata = {
  title: 'Trends',
  description:
    'Figures over all the sites that this deployment counts, published only where enough sites and people stand behind them.',
  ...pageAddress('/trends'),
}

export default async function TrendsPage() {
  await connection()
  const { range, figures } = await trends(systemClock)
  return (
    <div className="shell pb-20">
      <PageHead title="Trends over all sites">
        {fullDay(range.from)} to {fullDay(range.to)}, summed over every site that is counted here.
      </PageHead>
      <div className="max-w-[46rem]">
        <Table
          caption="Figures of 30 days"
          hideCaption
          rows={figures}
          rowKey={({ name }) => name}
          columns={[
            { name: 'Figure', cell: ({ name }) => trendFigures[name] },
            {
              name: 'Times',
              numeric: true,
              cell: ({ trend }) =>
                trend ? count(trend.count) : <span className="text-soft">too few to say</span>,
            },
            { name: 'People', numeric: true, cell: ({ trend }) => trend && count(trend.people) },
            { name: 'Sites', numeric: true, cell: ({ trend }) => trend && count(trend.sites) },
          ]}
        />
      </div>
      <section className="mt-12 max-w-[46rem] space-y-4" aria-labelledby="how">
        <h2 id="how" className="text-2xl">
          How these figures are made
        </h2>
        <p>
          Each site is asked by itself, and only the answers are added up. No query can read two sites,
          because each site is a file of its own. People are added up site by site: somebody who visits two
          sites is two, since{' '}
          <Link href="/privacy#promise-U5" className="link">
            nobody is followed
          </Link>{' '}
          from one to the other.
        </p>
        <p>
          A figure is left out unless at least {fewest.sites} sites and {fewest.people} people stand behind
          it, and where one site makes more than four fifths of it. What is shown is rounded to two digits, so
          that nobody can work out a neighbour’s figure by taking their own away. The rule is{' '}
          <Link href="/privacy/promises#U6" className="link">
            promise U6
          </Link>
          . Made-up sites of the demo are not in it.
        </p>
      </section>
    </div>
  )
}
