'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { submitSignIn } from './actions'

/** Works as a plain form; with script the answer comes without a new page. */
export function SignInForm({ next }: { next: string }) {
  const [state, submit, pending] = useActionState(submitSignIn, { email: '', errors: [] })
  const errorOf = (field: string) => state.errors.find(error => error.field === field)?.message
  return (
    <form action={submit} noValidate>
      <ErrorSummary title="Not signed in" errors={state.errors} />
      <input type="hidden" name="next" value={next} />
      <Field
        key={state.email}
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        defaultValue={state.email}
        error={errorOf('email')}
        required
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        error={errorOf('password')}
        className="mt-5"
        required
      />
      <Button className="mt-7 w-full" disabled={pending}>
        {pending ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  )
}
