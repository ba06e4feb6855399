'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { openState, type StateFormState } from './actions'

const first: StateFormState = { typed: { number: '', email: '' }, errors: [] }

/** Number and address of a request that was made: together they show how it stands. */
export function StateForm() {
  const [{ typed, errors }, send] = useActionState(openState, first)
  return (
    <form action={send} className="max-w-[30rem] space-y-5">
      <ErrorSummary title="Not found" errors={errors} />
      <Field
        name="number"
        label="Number of the request"
        placeholder="PR-XXXX-XXXX"
        defaultValue={typed.number}
        error={errors[0]?.message}
        required
      />
      <Field
        name="email"
        id="state-email"
        label="Your address"
        type="email"
        autoComplete="email"
        defaultValue={typed.email}
        required
      />
      <Button look="quiet">Show how it stands</Button>
    </form>
  )
}
