import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { mailbox } from '@/_audience/mailbox.data'
import { EmptyState } from '@/_ui/empty-state'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Local mailbox', robots: { index: false } }

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

export default async function Mailbox() {
  const reader = await viewer()
  if (!reader?.staff) return <StaffOnly signedIn={!!reader} next="/staff/mail" />
  const mails = await mailbox(reader)
  return (
    <>
      <PageHead title="Local mailbox">
        No mail provider is configured, so every message this deployment sends ends here. The newest 200,
        times in UTC.
      </PageHead>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          Ask for a sign-in link or subscribe to the newsletter, and the message appears here within a second.
        </EmptyState>
      ) : (
        <Table
          caption="Messages"
          hideCaption
          rows={mails}
          rowKey={mail => mail.id}
          columns={[
            { name: 'Subject', cell: mail => <a href={`/staff/mail/${mail.id}`}>{mail.subject}</a> },
            { name: 'To', cell: mail => mail.to },
            { name: 'At', cell: mail => time.format(mail.at), numeric: true },
          ]}
        />
      )}
    </>
  )
}
