import type { Metadata } from 'next'
import { sessionHere } from '@/_accounts/here'
import { sessionsOf } from '@/_accounts/sessions.data'
import { systemClock } from '@/_platform/clock'
import { FieldsForm } from '../../fields-form'
import { whoHere } from '../account-here'
import { savePassword, stopSessions } from '../actions'

export const metadata: Metadata = { title: 'Sign-in' }

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

export default async function Security() {
  const who = await whoHere('/account/security')
  const sessions = await sessionsOf(who, await sessionHere(), systemClock)
  return (
    <div className="max-w-[46rem] space-y-14">
      <section>
        <h1 className="mb-4 text-[2.25rem]">Sign-in</h1>
        <h2 className="mb-4 text-2xl">Password</h2>
        <FieldsForm
          act={savePassword}
          button="Change the password"
          className="max-w-[30rem]"
          fields={[
            {
              name: 'password',
              label: 'Your password now',
              type: 'password',
              autoComplete: 'current-password',
              required: true,
            },
            {
              name: 'newPassword',
              label: 'New password',
              type: 'password',
              autoComplete: 'new-password',
              help: 'At least 10 characters. Every other session ends, and we tell you by mail.',
              required: true,
            },
          ]}
        />
      </section>
      <section>
        <h2 className="mb-4 text-2xl">Where you are signed in</h2>
        <ul className="mb-6 border-t border-rule">
          {sessions.map(({ id, label, createdAt, lastSeenAt, here }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-3">
              <p>
                <span className="font-semibold">{label || 'Unknown browser'}</span>
                {here && ', this one'}
                <span className="block text-sm text-soft">
                  Since {time.format(createdAt)}, last used {time.format(lastSeenAt)} (UTC)
                </span>
              </p>
              {!here && <FieldsForm act={stopSessions} about={{ session: id }} button="End it" look="bare" />}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <FieldsForm act={stopSessions} about={{ session: 'others' }} button="End all others" />
        )}
      </section>
    </div>
  )
}
