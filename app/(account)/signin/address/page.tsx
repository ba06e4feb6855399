import type { Metadata } from 'next'
import { type ChangeState, emailChangeAt } from '@/_accounts/address/email-changes.data'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { ButtonLink } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { FieldsForm } from '../../fields-form'
import { agreeToEmail, stopEmail } from './actions'

export const metadata: Metadata = { title: 'Another address', referrer: 'same-origin' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function read(token: string): Promise<ChangeState | null> {
  try {
    return await emailChangeAt(token, systemClock)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** One end of a change of address. Opening it changes nothing: scanners open links. */
export default async function ChangeAddress({ searchParams }: Props) {
  const { token: given, done } = await searchParams
  const token = String(given ?? '').slice(0, 400)
  const change = await read(token)
  return (
    <div className="mx-auto w-full max-w-[30rem] px-4 pb-20">
      <PageHead title="Another address">
        {change && (
          <>
            Sign in with <span className="wrap-anywhere text-ink">{change.to}</span> instead of{' '}
            <span className="wrap-anywhere text-ink">{change.from}</span>, when both have agreed.
          </>
        )}
      </PageHead>
      {change ? (
        <div className="space-y-6">
          {change.pressed ? (
            <Notice title="This address has agreed" kind="good">
              The other one is asked by a message of its own.
            </Notice>
          ) : (
            <FieldsForm act={agreeToEmail} about={{ token }} button="Agree" look="primary" />
          )}
          <FieldsForm act={stopEmail} about={{ token }} button="Stop it: the address stays" />
        </div>
      ) : (
        <div className="space-y-6">
          {done === 'changed' && (
            <Notice title="The address was changed" kind="good">
              Every session was ended but the one that asked. A message about it went to both addresses.
            </Notice>
          )}
          {done === 'stopped' && (
            <Notice title="Stopped" kind="good">
              The address stays as it is.
            </Notice>
          )}
          {!done && (
            <Notice title="This link does nothing any more" kind="bad">
              The change is done, was stopped, or two days have passed.
            </Notice>
          )}
          <ButtonLink href="/account" look="quiet">
            Your account
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
