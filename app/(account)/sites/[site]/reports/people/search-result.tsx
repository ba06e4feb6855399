import Link from 'next/link'
import { permalink } from '@/_analytics/reports/definition/read'
import { type Cell, columnKinds, headOf, type PeopleColumn } from '@/_analytics/reports/people/people-query'
import { count, country, many } from '@/_ui/format'
import { Pagination } from '@/_ui/pagination'
import { Table } from '@/_ui/table'
import { zoneTime } from '@/_ui/zone-time'
import type { ReportHere } from '../frame/report-here'

export function SearchResult({ page }: { page: ReportHere<'people'> }) {
  const { run, read, site, here } = page
  if (!run || !read.definition) return null
  const { definition, asked } = read
  const { columns, page: nth, size, sort } = definition
  const { total, rows } = run.answer
  const address = (change: object) => `${here}?${permalink({ ...definition, ...change }, asked)}`
  const query = permalink(
    { people: definition.people, saved: definition.saved, every: 'week' },
    { range: '90' },
  )
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="text-lg" role="status">
          {total === 0
            ? 'Nobody satisfies this. Take a condition away, or widen its days.'
            : many(total, 'person', 'people')}
        </p>
        {total > 0 && (
          <p className="flex flex-wrap gap-x-5">
            <Link
              href={`${here.replace(/people$/, 'population')}?${query}`}
              className="link inline-flex min-h-9 items-center"
            >
              How many over time
            </Link>
            <a
              href={`${here}/data?format=csv&${permalink({ ...definition, page: 1, size: 10_000 }, asked)}`}
              className="link inline-flex min-h-9 items-center"
              download
            >
              {total > 10_000 ? 'The first 10,000 as CSV' : `All ${count(total)} as CSV`}
            </a>
          </p>
        )}
      </div>
      {rows.length > 0 && (
        <Table
          caption="People found"
          hideCaption
          rows={rows}
          rowKey={({ person }) => person}
          columns={[
            {
              name: 'Person',
              cell: ({ person, name }) => (
                <Link
                  href={`/sites/${site.id}/people/${person}`}
                  prefetch={false}
                  className="link wrap-anywhere"
                >
                  {name || `no. ${person}`}
                </Link>
              ),
            },
            ...columns.map((column, at) => ({
              name: `${headOf(column)}${sort === at + 1 ? (definition.order === 'most' ? ' ↓' : ' ↑') : ''}`,
              numeric: columnKinds[column.kind].is !== 'text',
              cell: ({ cells }: { cells: Cell[] }) => shown(cells[at] ?? null, column, site.timezone),
            })),
          ]}
        />
      )}
      <div className="mt-4">
        <Pagination page={nth} pages={Math.ceil(total / size)} href={to => address({ page: to })} />
      </div>
      <p className="mt-6 max-w-[68ch] text-[0.9375rem] text-soft">
        Saved under a name, a search is a segment: every report can be about its people only.
      </p>
    </>
  )
}

function shown(cell: Cell, { kind, name }: PeopleColumn, zone: string) {
  if (cell === null) return <span className="text-soft">–</span>
  const { is } = columnKinds[kind]
  if (is === 'count') return count(Number(cell))
  if (is === 'text')
    return <span className="wrap-anywhere">{name === 'country' ? country(String(cell)) : cell}</span>
  const time = zoneTime(zone)
  const at = Number(cell) * 1000
  return (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
      {time.date(at)}, {time.clock(at)}
    </time>
  )
}
