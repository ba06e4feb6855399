'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { submitSetup } from './actions'

/** Works as a plain form; with script the answer comes without a new page. */
export function SetupForm({ token }: { token: string }) {
  const [state, submit, pending] = useActionState(submitSetup, { name: '', email: '', errors: [] })
  const errorOf = (field: string) => state.errors.find(error => error.field === field)?.message
  return (
    <form action={submit} noValidate className="space-y-5">
      <ErrorSummary title="No account yet" errors={state.errors} />
      <input type="hidden" name="token" value={token} />
      <Field
        key={`name ${state.name}`}
        name="name"
        label="Your name"
        autoComplete="name"
        defaultValue={state.name}
        error={errorOf('name')}
        required
      />
      <Field
        key={`email ${state.email}`}
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        help="You sign in with it."
        defaultValue={state.email}
        error={errorOf('email')}
        required
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        help="At least 10 characters. Several words are easier to keep in mind than signs."
        error={errorOf('password')}
        required
      />
      <Button className="w-full" disabled={pending}>
        {pending ? 'Making the account' : 'Make the account'}
      </Button>
    </form>
  )
}
