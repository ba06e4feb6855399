import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { Button, ButtonLink } from '@/_ui/button'
import { EmptyState } from '@/_ui/empty-state'
import { Field } from '@/_ui/field'
import { PageHead } from '@/_ui/page-head'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { registrants } from '@/_webinars/staff.data'
import { findWebinar } from '@/_webinars/webinars'
import { inZone } from '@/_webinars/when'
import { StaffOnly } from '../../staff-only'
import { MessageForm } from './message-form'

export const metadata: Metadata = { title: 'A webinar', robots: { index: false } }

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

export default async function StaffWebinar({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next={`/staff/webinars/${slug}`} />
  const webinar = findWebinar(slug) ?? notFound()
  const rows = await registrants(who, slug)
  const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length
  const came = rows.filter(({ attendedAt }) => attendedAt).length
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/staff/webinars', text: 'Webinars' }]} here={webinar.title} />}
        title={webinar.title}
      >
        {inZone(webinar.zone, webinar.startsAt)}
      </PageHead>
      <dl className="mb-8 flex flex-wrap gap-x-12 gap-y-4">
        <Stat name={`Registered, of ${webinar.capacity}`} value={String(count('registered'))} />
        <Stat name="Waiting or offered" value={String(count('waiting', 'offered'))} />
        <Stat name="Came" value={String(came)} />
        <Stat name="Cancelled" value={String(count('cancelled', 'lapsed'))} />
      </dl>
      {rows.length === 0 ? (
        <EmptyState title="Nobody registered yet">
          Registrations appear here as they come; the first gets its invitation within seconds.
        </EmptyState>
      ) : (
        <>
          <p className="mb-4">
            <ButtonLink small look="quiet" href={`/staff/webinars/${slug}/csv`} prefetch={false}>
              Export as CSV
            </ButtonLink>
          </p>
          <Table
            caption="Who registered, times in UTC"
            rows={rows}
            rowKey={row => row.id}
            columns={[
              { name: 'Name', cell: row => row.name },
              { name: 'Email', cell: row => row.email },
              { name: 'Website', cell: row => row.website },
              { name: 'State', cell: row => row.state },
              {
                name: 'Registered',
                cell: row => <span className="whitespace-nowrap">{time.format(row.registeredAt)}</span>,
              },
              { name: 'Came', cell: row => (row.attendedAt ? time.format(row.attendedAt) : '') },
            ]}
          />
        </>
      )}
      <h2 className="mt-12 mb-4 text-2xl">Mail them</h2>
      <MessageForm slug={slug} />
      <h2 className="mt-12 mb-1 text-2xl">Do it again</h2>
      <p className="mb-4 max-w-read text-soft">
        The same webinar as a file for content/webinars, at another time. Registrations stay with this one.
      </p>
      <form action={`/staff/webinars/${slug}/copy`} className="flex max-w-[36rem] flex-wrap items-end gap-4">
        <Field name="start" label={`Start, in ${webinar.zone}`} type="datetime-local" required />
        <Button look="quiet">Download the copy</Button>
      </form>
    </>
  )
}
