'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { submitCode } from '../actions'

export function CodeForm() {
  const [{ errors }, submit, pending] = useActionState(submitCode, { errors: [] })
  return (
    <form action={submit} noValidate className="space-y-5">
      <ErrorSummary title="Not confirmed yet" errors={errors} />
      <Field
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        error={errors[0]?.message}
        required
      />
      <Button className="w-full" disabled={pending}>
        {pending ? 'Opening the account' : 'Open the account'}
      </Button>
    </form>
  )
}
