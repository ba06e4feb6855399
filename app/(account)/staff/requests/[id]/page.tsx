import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { requestPage } from '@/_privacy/requests/office.data'
import { OfficeRequestView } from '@/_privacy/requests/office-request'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../../staff-only'

export const metadata: Metadata = { title: 'Privacy request' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { id } = await params
  const { problem } = await searchParams
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next={`/staff/requests/${id}`} />
  const { request, steps } = await requestPage(who, id, systemClock).catch(error => {
    if (error instanceof AppError) notFound()
    throw error
  })
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/staff/requests', text: 'Privacy requests' }]} here={id} />}
        title={id}
      />
      <OfficeRequestView
        request={request}
        steps={steps}
        viewerId={who.userId}
        action={`/staff/requests/${id}/act`}
        problem={typeof problem === 'string' ? problem.slice(0, 300) : undefined}
      />
    </>
  )
}
