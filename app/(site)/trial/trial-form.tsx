'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field } from '@/_ui/field'
import { submitTrial } from './actions'

/** Works as a plain form; with script the answer comes without a new page. */
export function TrialForm() {
  const [{ typed, errors }, submit, pending] = useActionState(submitTrial, { typed: {}, errors: [] })
  const field = (name: string) => ({
    key: `${name} ${typed[name] ?? ''}`,
    name,
    defaultValue: typed[name] ?? '',
    error: errors.find(error => error.field === name)?.message,
  })
  const box = (name: string) => ({
    key: `${name} ${typed[name] ?? ''}`,
    name,
    defaultChecked: typed[name] === 'on',
    error: errors.find(error => error.field === name)?.message,
  })
  // React takes a key only by itself, not among spread attributes.
  const [name, email, siteName, siteUrl, phone] = ['name', 'email', 'siteName', 'siteUrl', 'phone'].map(field)
  const [age, agreed] = ['age', 'agreed'].map(box)
  const bare = <T extends { key: string }>({ key: _key, ...rest }: T) => rest
  return (
    <form action={submit} noValidate className="space-y-5">
      <ErrorSummary title="No trial yet" errors={errors} />
      <Field {...bare(name!)} key={name!.key} label="Your name" autoComplete="name" required />
      <Field
        {...bare(email!)}
        key={email!.key}
        label="Email"
        type="email"
        autoComplete="username"
        help="You sign in with it. We send a code to it now."
        required
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        help="At least 10 characters. Several words are easier to keep in mind than signs."
        error={errors.find(error => error.field === 'password')?.message}
        required
      />
      <Field {...bare(siteName!)} key={siteName!.key} label="What is your site called?" required />
      <Field
        {...bare(siteUrl!)}
        key={siteUrl!.key}
        label="Its address"
        type="url"
        inputMode="url"
        autoComplete="url"
        placeholder="https://"
        required
      />
      <Field
        {...bare(phone!)}
        key={phone!.key}
        label="Phone (optional)"
        type="tel"
        autoComplete="tel"
        help="Only for questions about the account."
      />
      <div className="space-y-3 pt-2">
        <CheckField {...bare(age!)} key={age!.key} label="I am 13 or older" required />
        <CheckField
          {...bare(agreed!)}
          key={agreed!.key}
          label={
            <>
              I agree to the{' '}
              <a href="/terms" className="link">
                terms
              </a>{' '}
              and have read the{' '}
              <a href="/privacy" className="link">
                privacy policy
              </a>
            </>
          }
          help="My site’s privacy notice will link to the opt-out page."
          required
        />
      </div>
      <Button className="w-full" disabled={pending}>
        {pending ? 'Sending the code' : 'Start the trial'}
      </Button>
    </form>
  )
}
