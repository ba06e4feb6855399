'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { submitLink } from '../actions'

export function LinkForm({ token, asksPassword }: { token: string; asksPassword: boolean }) {
  const [{ errors }, submit, pending] = useActionState(submitLink, { errors: [] })
  return (
    <form action={submit} noValidate className="space-y-5">
      <ErrorSummary title="Not confirmed yet" errors={errors} />
      <input type="hidden" name="token" value={token} />
      {asksPassword && (
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={errors[0]?.message}
          required
        />
      )}
      <Button className="w-full" disabled={pending}>
        {pending ? 'Opening the account' : 'Open the account'}
      </Button>
    </form>
  )
}
