import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { requestQueue } from '@/_privacy/requests/office.data'
import { OfficeList } from '@/_privacy/requests/office-list'
import { EmptyState } from '@/_ui/empty-state'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Privacy requests' }

export default async function Requests() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/requests" />
  const { open, closed } = await requestQueue(who, null, systemClock)
  return (
    <>
      <PageHead title="Privacy requests">
        What people asked about their own data, what is due first on top. Their addresses are proven.
      </PageHead>
      {open.length === 0 ? (
        <EmptyState title="Nothing waits for an answer">
          A request appears here when whoever made it has confirmed their address.
        </EmptyState>
      ) : (
        <OfficeList caption="Waiting for an answer" requests={open} base="/staff/requests" />
      )}
      {closed.length > 0 && (
        <div className="mt-12">
          <OfficeList caption="Closed" requests={closed} base="/staff/requests" />
        </div>
      )}
    </>
  )
}
