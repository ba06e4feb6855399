import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { requestQueue } from '@/_privacy/requests/office.data'
import { OfficeList } from '@/_privacy/requests/office-list'
import { EmptyState } from '@/_ui/empty-state'
import { siteHere } from '../../site-here'

export const metadata: Metadata = { title: 'Privacy requests' }

export default async function Requests({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const base = `/sites/${id}/requests`
  const { who } = await siteHere(id, base)
  const { open, closed } = await requestQueue(who, id, systemClock).catch(error => {
    if (error instanceof AppError && error.code === 'forbidden') forbidden()
    if (error instanceof AppError) notFound()
    throw error
  })
  return (
    <>
      <h1 className="text-[2.25rem]">Privacy requests</h1>
      <p className="mt-1 mb-8 max-w-[60ch] text-soft">
        What your visitors asked of our privacy office about this site. You decide; they hear from you through
        us, within ten business days.
      </p>
      {open.length === 0 ? (
        <EmptyState title="Nothing waits for an answer">
          A request appears here when whoever made it has confirmed their address.
        </EmptyState>
      ) : (
        <OfficeList caption="Waiting for an answer" requests={open} base={base} />
      )}
      {closed.length > 0 && (
        <div className="mt-12">
          <OfficeList caption="Closed" requests={closed} base={base} />
        </div>
      )}
    </>
  )
}
