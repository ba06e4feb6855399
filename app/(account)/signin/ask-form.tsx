import Link from 'next/link'
import { Notice } from '@/_ui/notice'
import { FieldsForm } from '../fields-form'
import type { FormState } from '../form-state'

/** Asks for the address to mail a link to. @param gone a link was followed that does nothing any more */
export function AskForm({
  act,
  gone,
}: {
  act: (before: FormState, data: FormData) => Promise<FormState>
  gone: boolean
}) {
  return (
    <div className="space-y-6">
      {gone && (
        <Notice title="This link does not work any more" kind="bad">
          It was used, has expired, or a newer one was sent. Ask for another.
        </Notice>
      )}
      <FieldsForm
        act={act}
        button="Mail me a link"
        look="primary"
        failed="No link was sent"
        fields={[{ name: 'email', label: 'Email', type: 'email', autoComplete: 'username', required: true }]}
      />
      <p className="text-[0.9375rem] text-soft">
        <Link href="/signin" className="link">
          Sign in with the password
        </Link>
      </p>
    </div>
  )
}
