import type { Metadata } from 'next'
import { firstStaffLinkWorks } from '@/_accounts/first-staff'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { SetupForm } from './setup-form'

export const metadata: Metadata = { title: 'Set up', referrer: 'same-origin' }

export default async function Setup({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const token = String((await searchParams).token ?? '')
  const works = await firstStaffLinkWorks(token)
  return (
    <div className="mx-auto w-full max-w-[26rem] px-4 pb-20">
      <PageHead title="The first account">
        It belongs to whoever runs this deployment, and owns its public site.
      </PageHead>
      {works ? (
        <SetupForm token={token} />
      ) : (
        <Notice title="This link does not work any more" kind="bad">
          It was used, has expired, or a newer one was printed. While nobody has an account, each start of the
          server prints a new link.
        </Notice>
      )}
    </div>
  )
}
