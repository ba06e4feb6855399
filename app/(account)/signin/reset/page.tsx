import type { Metadata } from 'next'
import { linkOwner } from '@/_accounts/links/mailed-links.data'
import { fewestCharacters } from '@/_accounts/password-rule'
import { systemClock } from '@/_platform/clock'
import { PageHead } from '@/_ui/page-head'
import { FieldsForm } from '../../fields-form'
import { AskForm } from '../ask-form'
import { askToReset, chooseNewPassword } from '../link-actions'

export const metadata: Metadata = { title: 'New password', referrer: 'same-origin' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening a mailed link changes nothing: scanners open links. The form sets the password. */
export default async function ResetPassword({ searchParams }: Props) {
  const token = String((await searchParams).token ?? '').slice(0, 100)
  const owner = token && (await linkOwner('reset', token, systemClock))
  return (
    <div className="mx-auto w-full max-w-[28rem] px-4 pb-20">
      <PageHead title="Choose a new password">
        {owner ? (
          <>
            For <span className="wrap-anywhere text-ink">{owner}</span>.
          </>
        ) : (
          'We mail you a link. It works once, for 30 minutes.'
        )}
      </PageHead>
      {owner ? (
        <FieldsForm
          act={chooseNewPassword}
          about={{ token }}
          button="Set the password"
          look="primary"
          failed="The password is as it was"
          fields={[
            {
              name: 'newPassword',
              label: 'New password',
              type: 'password',
              autoComplete: 'new-password',
              help: `At least ${fewestCharacters} characters. Every session that is open ends, and we tell you by mail.`,
              required: true,
            },
          ]}
        />
      ) : (
        <AskForm act={askToReset} gone={token !== ''} />
      )}
    </div>
  )
}
