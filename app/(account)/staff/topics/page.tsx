import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { topicCounts } from '@/_audience/staff/subscriber-list.data'
import { topics } from '@/_audience/topics'
import { count } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Topics' }

export default async function Topics() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/topics" />
  const rows = await topicCounts(who)
  return (
    <>
      <PageHead title="Topics">
        What people can ask for. A topic is a line of <code>app/_audience/topics.ts</code>; replies to a
        comment are a kind of their own, ended for one conversation at a time.
      </PageHead>
      <Table
        caption="Topics"
        hideCaption
        rows={rows}
        rowKey={row => row.topic}
        columns={[
          {
            name: 'Topic',
            cell: row => (
              <Link
                className="link"
                href={`/staff/subscribers?${new URLSearchParams({ topic: row.topic, state: 'confirmed' })}`}
              >
                {topics[row.topic].name}
              </Link>
            ),
          },
          {
            name: 'What it says',
            cell: row => <span className="inline-block min-w-44">{topics[row.topic].about}</span>,
          },
          { name: 'Confirmed', cell: row => count(row.confirmed), numeric: true },
          { name: 'Not confirmed', cell: row => count(row.pending), numeric: true },
          { name: 'Left', cell: row => count(row.left), numeric: true },
        ]}
      />
    </>
  )
}
