import type { Metadata } from 'next'
import { invitationAt } from '@/_accounts/members/invitations.data'
import { viewer } from '@/_accounts/session'
import { ButtonLink } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { FieldsForm } from '../fields-form'
import { join } from './actions'

export const metadata: Metadata = { title: 'Invitation', referrer: 'same-origin' }

export default async function InvitationPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const token = String((await searchParams).token ?? '').slice(0, 100)
  const [invited, who] = await Promise.all([invitationAt(token), viewer()])
  if (!invited)
    return (
      <div className="mx-auto w-full max-w-[28rem] px-4 pb-20">
        <PageHead title="This invitation does not work any more" />
        <Notice kind="bad">It was used, taken back, or is older than a week. Ask for a new one.</Notice>
      </div>
    )
  const { account, email, role, known } = invited
  const here = `/invitation?token=${token}`
  return (
    <div className="mx-auto w-full max-w-[28rem] px-4 pb-20">
      <PageHead title={`Join ${account}`}>
        You are invited as {role}, with the address <span className="wrap-anywhere text-ink">{email}</span>.
      </PageHead>
      {known ? (
        who?.email === email ? (
          <FieldsForm act={join} about={{ token }} button="Join" look="primary" failed="Not joined" />
        ) : (
          <Notice title="Sign in first">
            <p className="mb-4">
              The address has a sign-in already.{' '}
              {who && 'You are signed in with another one: sign out there.'}
            </p>
            <ButtonLink href={`/signin?next=${encodeURIComponent(here)}`}>Sign in</ButtonLink>
          </Notice>
        )
      ) : (
        <FieldsForm
          act={join}
          about={{ token }}
          button="Join"
          look="primary"
          failed="Not joined"
          fields={[
            { name: 'name', label: 'Your name', autoComplete: 'name', required: true },
            {
              name: 'password',
              label: 'Password',
              type: 'password',
              autoComplete: 'new-password',
              help: 'At least 10 characters. Several words are easier to keep in mind than signs.',
              required: true,
            },
            { name: 'age', label: 'I am 13 or older', type: 'check', required: true },
            {
              name: 'agreed',
              label: 'I agree to the terms and have read the privacy policy',
              type: 'check',
              help: 'Both stand at the foot of every public page.',
              required: true,
            },
          ]}
        />
      )}
    </div>
  )
}
