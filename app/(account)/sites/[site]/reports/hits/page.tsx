import type { Metadata } from 'next'
import Link from 'next/link'
import { permalink } from '@/_analytics/reports/definition/read'
import { Pagination } from '@/_ui/pagination'
import { Table } from '@/_ui/table'
import { zoneTime } from '@/_ui/zone-time'
import { pageName } from '../../live/page-name'
import { Conditions, Folded, NameField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, type ReportHere, reportHere } from '../frame/report-here'

export const metadata: Metadata = { title: 'Raw events' }

export default async function RawEvents(props: PageProps) {
  const page = await reportHere('hits', props)
  const { form } = page
  return (
    <ReportFrame
      page={page}
      form={
        <ReportForm page={page} without={['segment', 'compare']}>
          <div className="max-w-80">
            <NameField form={form} path="event" label="Event" of="events" blank="Any event" />
          </div>
          <Folded
            summary={form.has('where') ? 'Only with these properties' : 'Only with a property'}
            open={form.has('where') || form.isWrong('where')}
          >
            <Conditions form={form} path="where" />
          </Folded>
        </ReportForm>
      }
    >
      <Events page={page} />
    </ReportFrame>
  )
}

function Events({ page }: { page: ReportHere<'hits'> }) {
  const { run, read, here, site } = page
  if (!run || !read.definition) return null
  const { definition, asked } = read
  const { rows, more } = run.answer
  const time = zoneTime(site.timezone)
  const host = new URL(site.url).host
  if (rows.length === 0)
    return (
      <p className="text-lg" role="status">
        No such event on these days.
      </p>
    )
  return (
    <>
      <Table
        caption={`Events, the newest first, times in ${site.timezone}`}
        rows={rows.map((row, at) => ({ ...row, key: `${row.at} ${row.event} ${row.person} ${at}` }))}
        rowKey={({ key }) => key}
        columns={[
          {
            name: 'Time',
            cell: ({ at, person, event }) => {
              const moment = (
                <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
                  {time.date(at)}, {time.second(at)}
                </time>
              )
              const query = new URLSearchParams({
                person: `${person}`,
                at: `${Math.floor(at / 1000)}`,
                event,
              })
              return person ? (
                <Link href={`${here}/one?${query}`} prefetch={false} className="link">
                  {moment}
                </Link>
              ) : (
                moment
              )
            },
          },
          {
            name: 'Event',
            cell: ({ event }) => <span className="block min-w-24 wrap-anywhere">{event}</span>,
          },
          {
            name: 'Page',
            cell: ({ page: url }) => (
              <span className="block min-w-36 wrap-anywhere">{pageName(url.split('?')[0]!, host)}</span>
            ),
          },
          {
            name: 'Says also',
            cell: ({ told }) => <span className="block min-w-40 text-soft wrap-anywhere">{told}</span>,
          },
          {
            name: 'Person',
            cell: ({ person, name }) =>
              person ? (
                <Link
                  href={`/sites/${site.id}/people/${person}`}
                  prefetch={false}
                  className="link block max-w-56 truncate"
                >
                  {name}
                </Link>
              ) : (
                'nobody'
              ),
          },
        ]}
      />
      <div className="mt-4">
        <Pagination
          page={definition.page}
          pages={definition.page + Number(more)}
          href={to => `${here}?${permalink({ ...definition, page: to }, asked)}`}
        />
      </div>
    </>
  )
}
