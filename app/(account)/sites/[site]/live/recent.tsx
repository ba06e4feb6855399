import type { LiveAnswer } from '@/_analytics/reports/queries'
import { Table } from '@/_ui/table'
import { clockIn } from './clock-in'
import { pageName } from './page-name'

/** The newest events, one line each, and the people behind them. */
export function Recent({ recent, zone, host }: { recent: LiveAnswer['recent']; zone: string; host: string }) {
  const time = clockIn(zone, true)
  return (
    <section aria-labelledby="recent" className="mt-12">
      <h2 id="recent" className="mb-2 text-2xl">
        As it came in
      </h2>
      <Table
        caption={`The newest events, times in ${zone}`}
        rows={recent.map((one, at) => ({
          ...one,
          key: `${one.at} ${one.person} ${one.event} ${recent.length - at}`,
        }))}
        rowKey={({ key }) => key}
        columns={[
          { name: 'Time', cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{time(at)}</time> },
          {
            name: 'Event',
            cell: ({ event, page }) => (
              <>
                {event}
                {page && (
                  <span className="block text-soft wrap-anywhere sm:ml-3 sm:inline">
                    {pageName(page, host)}
                  </span>
                )}
              </>
            ),
          },
          {
            name: 'Person',
            numeric: true,
            cell: ({ person }) =>
              person ? (
                <a href={`people/${person}`} className="link whitespace-nowrap">
                  no. {person}
                </a>
              ) : (
                'nobody'
              ),
          },
        ]}
      />
    </section>
  )
}
