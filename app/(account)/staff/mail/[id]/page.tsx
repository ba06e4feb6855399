import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { mailboxAttachments, mailboxMessage } from '@/_audience/mailbox.data'
import { AppError } from '@/_platform/errors'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../../staff-only'

export const metadata: Metadata = { title: 'A message', robots: { index: false } }

const time = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' })

export default async function MailboxMessage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const reader = await viewer()
  if (!reader?.staff) return <StaffOnly signedIn={!!reader} next={`/staff/mail/${id}`} />
  const mail = await mailboxMessage(reader, id).catch(error => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  const files = await mailboxAttachments(reader, id)
  const headers = {
    From: mail.from,
    To: mail.to,
    Date: time.format(mail.at),
    'Message id': mail.id,
    ...mail.headers,
  }
  return (
    <div className="max-w-[56rem]">
      <PageHead
        title={mail.subject}
        above={<Breadcrumbs above={[{ text: 'Local mailbox', href: '/staff/mail' }]} here={mail.subject} />}
      />
      <dl className="mb-8 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-[0.9375rem]">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <iframe
        title="The message as HTML"
        src={`/staff/mail/${id}/html`}
        sandbox="allow-popups allow-top-navigation-by-user-activation"
        className="h-[44rem] w-full border border-rule bg-white"
      />
      {files.map(({ name, type, content }) => (
        <details key={name} className="mt-10">
          <summary className="text-2xl">{name}</summary>
          <p className="mt-1 text-soft">{type}</p>
          <pre className="mt-3 overflow-x-auto bg-shade p-4 text-sm">{content}</pre>
        </details>
      ))}
      <h2 className="mt-10 mb-3 text-2xl">As text</h2>
      <pre className="overflow-x-auto whitespace-pre-wrap bg-shade p-4 text-sm">{mail.text}</pre>
      <details className="mt-10">
        <summary className="cursor-pointer text-2xl">Source</summary>
        <pre className="mt-3 overflow-x-auto whitespace-pre-wrap bg-shade p-4 text-xs">{mail.html}</pre>
      </details>
    </div>
  )
}
