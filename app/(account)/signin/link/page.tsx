import type { Metadata } from 'next'
import { linkOwner } from '@/_accounts/links/mailed-links.data'
import { systemClock } from '@/_platform/clock'
import { PageHead } from '@/_ui/page-head'
import { FieldsForm } from '../../fields-form'
import { AskForm } from '../ask-form'
import { askToSignIn, enterByLink } from '../link-actions'

export const metadata: Metadata = { title: 'Sign in by mail', referrer: 'same-origin' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening a mailed link changes nothing: scanners open links. The button signs in. */
export default async function SignInByMail({ searchParams }: Props) {
  const token = String((await searchParams).token ?? '').slice(0, 100)
  const owner = token && (await linkOwner('sign-in', token, systemClock))
  return (
    <div className="mx-auto w-full max-w-[28rem] px-4 pb-20">
      <PageHead title={owner ? 'Sign in' : 'Sign in by mail'}>
        {owner ? (
          <>
            As <span className="wrap-anywhere text-ink">{owner}</span>, in this browser.
          </>
        ) : (
          'We mail you a link. It works once, for 15 minutes.'
        )}
      </PageHead>
      {owner ? (
        <FieldsForm
          act={enterByLink}
          about={{ token }}
          button="Sign in"
          look="primary"
          failed="Not signed in"
        />
      ) : (
        <AskForm act={askToSignIn} gone={token !== ''} />
      )}
    </div>
  )
}
