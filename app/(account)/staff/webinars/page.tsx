import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'
import { webinarOverview } from '@/_webinars/staff.data'
import { inZone } from '@/_webinars/when'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Webinars', robots: { index: false } }

export default async function StaffWebinars() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/webinars" />
  const rows = await webinarOverview(who)
  return (
    <>
      <PageHead title="Webinars">
        Their text, time and capacity stand in content/webinars. A changed time mails everyone a new
        invitation at the next start.
      </PageHead>
      <Table
        caption="Webinars"
        hideCaption
        rows={rows}
        rowKey={row => row.slug}
        columns={[
          {
            name: 'Webinar',
            cell: row => (
              <Link className="link" href={`/staff/webinars/${row.slug}`}>
                {row.title}
              </Link>
            ),
          },
          {
            name: 'Start',
            cell: row => <span className="block min-w-40">{inZone('UTC', row.startsAt)}</span>,
          },
          { name: 'Seats', cell: row => row.capacity, numeric: true },
          { name: 'Registered', cell: row => row.registered, numeric: true },
          { name: 'Waiting', cell: row => row.waiting, numeric: true },
          { name: 'Came', cell: row => row.attended, numeric: true },
        ]}
      />
    </>
  )
}
