import type { Metadata } from 'next'
import { waitingEmail } from '@/_accounts/address/email-changes.data'
import { profileOf } from '@/_accounts/own-data.data'
import { systemClock } from '@/_platform/clock'
import { Notice } from '@/_ui/notice'
import { FieldsForm } from '../fields-form'
import { whoHere } from './account-here'
import { saveEmail, saveProfile } from './actions'

export const metadata: Metadata = { title: 'You' }

export default async function You() {
  const who = await whoHere('/account')
  const { name, email, phone } = await profileOf(who)
  const waiting = await waitingEmail(who, systemClock)
  return (
    <div className="max-w-[30rem]">
      <h1 className="text-[2.25rem]">You</h1>
      <p className="mt-1 mb-6 text-soft">
        You sign in as <span className="wrap-anywhere text-ink">{email}</span>.
      </p>
      <FieldsForm
        act={saveProfile}
        button="Save"
        look="primary"
        fields={[
          { name: 'name', label: 'Name', value: name, autoComplete: 'name', required: true },
          { name: 'phone', label: 'Phone (optional)', type: 'tel', value: phone, autoComplete: 'tel' },
        ]}
      />
      <h2 className="mt-14 mb-4 text-2xl">Address</h2>
      {waiting && (
        <div className="mb-6">
          <Notice title="A new address waits">
            You sign in with <span className="wrap-anywhere">{waiting}</span> as soon as both addresses have
            confirmed it. A message went to each.
          </Notice>
        </div>
      )}
      <FieldsForm
        act={saveEmail}
        button="Change the address"
        fields={[
          {
            name: 'email',
            label: 'New address',
            type: 'email',
            autoComplete: 'email',
            help: 'We mail a link to both addresses; it changes when both were pressed. Every other session ends then.',
            required: true,
          },
          {
            name: 'password',
            label: 'Your password',
            type: 'password',
            autoComplete: 'current-password',
            required: true,
          },
        ]}
      />
    </div>
  )
}
