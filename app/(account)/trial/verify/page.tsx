import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { linkState } from '@/_accounts/trial/registrations.data'
import { trialCookie } from '@/_accounts/trial/trial-cookie'
import { systemClock } from '@/_platform/clock'
import { ButtonLink } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { LinkForm } from './link-form'

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'same-origin' }

/** Opening it changes nothing: scanners open links. The button confirms. */
export default async function VerifyTrial({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const token = String((await searchParams).token ?? '').slice(0, 100)
  const jar = await cookies()
  const state = await linkState(token, jar.get(trialCookie.name)?.value ?? '', systemClock)
  return (
    <div className="mx-auto w-full max-w-[28rem] px-4 pb-20">
      <PageHead title="Open the account">
        {state === 'other browser' &&
          'You signed up in another browser. Type the password that you chose there, so that we know it was you.'}
      </PageHead>
      {state === 'gone' ? (
        <div className="space-y-6">
          <Notice title="This link does not work any more" kind="bad">
            It was used, is older than a day, or a newer one was sent.
          </Notice>
          <ButtonLink href="/signin">Sign in</ButtonLink>
        </div>
      ) : (
        <LinkForm token={token} asksPassword={state === 'other browser'} />
      )}
    </div>
  )
}
