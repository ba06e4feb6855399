import type { LiveAnswer } from '@/_analytics/reports/queries'
import { count } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { pageName } from './page-name'

const most = 8

/** The half hour's most frequent events, pages and sources. */
export function Tops({ events, pages, referrers, host }: LiveAnswer['top'] & { host: string }) {
  const lists: [title: string, one: string, rows: [string, number][]][] = [
    ['Pages', 'Page', pages],
    ['Sources', 'Source', referrers],
    ['Events', 'Event', events],
  ]
  return (
    <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 md:grid-cols-3">
      {lists.map(([title, one, rows]) => (
        <section key={title} aria-label={title}>
          <h2 className="mb-2 text-2xl">{title}</h2>
          {rows.length === 0 ? (
            <p className="text-soft">None in this half hour.</p>
          ) : (
            <Table
              caption={`${title} of the last half hour`}
              hideCaption
              rows={rows.slice(0, most)}
              rowKey={([name]) => name}
              columns={[
                {
                  name: one,
                  cell: ([name]) => <span className="wrap-anywhere">{pageName(name, host)}</span>,
                },
                { name: 'Times', numeric: true, cell: ([, times]) => count(times) },
              ]}
            />
          )}
        </section>
      ))}
    </div>
  )
}
