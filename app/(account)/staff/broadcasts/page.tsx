import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { topics } from '@/_audience/topics'
import { listBroadcasts } from '@/_newsletters/broadcasts.data'
import { ButtonLink } from '@/_ui/button'
import { EmptyState } from '@/_ui/empty-state'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'
import { StaffOnly } from '../staff-only'
import { stateWord, whenOf } from './state-word'

export const metadata: Metadata = { title: 'Broadcasts' }

export default async function Broadcasts() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/broadcasts" />
  const broadcasts = await listBroadcasts(who)
  const begin = <ButtonLink href="/staff/broadcasts/new">Write a broadcast</ButtonLink>
  return (
    <>
      <PageHead title="Broadcasts">
        One message to everyone who asked for a topic. Each is checked against the reader’s wishes at the
        moment it is sent.
      </PageHead>
      {broadcasts.length === 0 ? (
        <EmptyState title="None yet" action={begin}>
          A broadcast can show a post of the blog, or be written for itself.
        </EmptyState>
      ) : (
        <div className="space-y-6">
          {begin}
          <Table
            caption="Broadcasts"
            hideCaption
            rows={broadcasts}
            rowKey={one => one.id}
            columns={[
              {
                name: 'Subject',
                cell: one => (
                  <Link href={`/staff/broadcasts/${one.id}`} className="link">
                    {one.subject}
                  </Link>
                ),
              },
              { name: 'Topic', cell: one => topics[one.topic].name },
              { name: 'State', cell: stateWord },
              { name: 'When', cell: whenOf },
            ]}
          />
        </div>
      )}
    </>
  )
}
