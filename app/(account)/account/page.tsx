import type { Metadata } from 'next'
import { profileOf } from '@/_accounts/own-data.data'
import { FieldsForm } from '../fields-form'
import { whoHere } from './account-here'
import { saveProfile } from './actions'

export const metadata: Metadata = { title: 'You' }

export default async function You() {
  const { name, email, phone } = await profileOf(await whoHere('/account'))
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
    </div>
  )
}
