import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { requestPage } from '@/_privacy/requests/office.data'
import { OfficeRequestView } from '@/_privacy/requests/office-request'
import { siteHere } from '../../../site-here'

export const metadata: Metadata = { title: 'Privacy request' }

type Props = {
  params: Promise<{ site: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { site, id } = await params
  const { problem } = await searchParams
  const path = `/sites/${site}/requests/${id}`
  const { who } = await siteHere(site, path)
  const { request, steps } = await requestPage(who, id, systemClock).catch(error => {
    if (error instanceof AppError && error.code === 'forbidden') forbidden()
    if (error instanceof AppError) notFound()
    throw error
  })
  if (request.siteId !== site) notFound()
  return (
    <>
      <h1 className="mb-6 text-[2.25rem]">Request {id}</h1>
      <OfficeRequestView
        request={request}
        steps={steps}
        viewerId={who.userId}
        action={`${path}/act`}
        problem={typeof problem === 'string' ? problem.slice(0, 300) : undefined}
      />
    </>
  )
}
