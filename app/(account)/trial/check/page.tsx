import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { waitingAddress } from '@/_accounts/trial/registrations.data'
import { trialCookie } from '@/_accounts/trial/trial-cookie'
import { systemClock } from '@/_platform/clock'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { CodeForm } from './code-form'

export const metadata: Metadata = { title: 'Confirm your address' }

export default async function CheckMail() {
  const jar = await cookies()
  const email = await waitingAddress(jar.get(trialCookie.name)?.value ?? '', systemClock)
  return (
    <div className="mx-auto w-full max-w-[28rem] px-4 pb-20">
      <PageHead title="Look into your mailbox">
        {email ? (
          <>
            We sent a message to <span className="wrap-anywhere text-ink">{email}</span>. Type its code here,
            or press the button in it.
          </>
        ) : (
          'We sent a message to the address that you gave. Press the button in it.'
        )}
      </PageHead>
      {email ? (
        <CodeForm />
      ) : (
        <Notice title="This browser holds no sign-up">
          It was a day ago or longer, was confirmed already, or was made in another browser.
        </Notice>
      )}
      <p className="mt-8 text-[0.9375rem] text-soft">
        No message? Look among the spam. Was the address mistyped?{' '}
        <Link href="/trial" className="link">
          Fill in the form again
        </Link>
        ; the newest code counts.
      </p>
    </div>
  )
}
