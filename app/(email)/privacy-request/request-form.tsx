'use client'

import { useActionState } from 'react'
import { kindNames, requestKinds } from '@/_privacy/requests/kinds'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, TextField } from '@/_ui/field'
import { askForPrivacy, type RequestFormState } from './actions'

/** What is wanted, by whom, about what. @param providers the names of the companies that get data */
export function RequestForm({ providers, kind = '' }: { providers: string[]; kind?: string }) {
  const first: RequestFormState = {
    typed: { kind, email: '', site: '', details: '', providers: [] },
    errors: [],
  }
  const [{ typed, errors }, send] = useActionState(askForPrivacy, first)
  const errorOf = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <form action={send} className="max-w-[38rem] space-y-7">
      <ErrorSummary errors={errors} />
      <fieldset id="kind" className="space-y-4">
        <legend className="mb-3 font-semibold">What do you want?</legend>
        {errorOf('kind') && <p className="font-semibold text-bad">{errorOf('kind')}</p>}
        {kindNames.map(name => (
          <div key={name}>
            <div className="flex items-start gap-3">
              <input
                type="radio"
                name="kind"
                value={name}
                id={`kind-${name}`}
                aria-describedby={`kind-${name}-help`}
                defaultChecked={typed.kind === name}
                className="mt-0.5 size-5 shrink-0 accent-signal"
                required
              />
              <label htmlFor={`kind-${name}`}>{requestKinds[name].name}</label>
            </div>
            <p id={`kind-${name}-help`} className="ml-8 text-[0.9375rem] text-soft">
              {requestKinds[name].about}
            </p>
          </div>
        ))}
      </fieldset>
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={typed.email}
        error={errorOf('email')}
        help="The address that the request is about. We write to it, and to no other."
        required
      />
      <Field
        name="site"
        label="Site, if it is about a client’s site"
        maxLength={300}
        defaultValue={typed.site}
        error={errorOf('site')}
        help="Its address, such as shop.example. The people of that site get the request. Empty: what we ourselves hold."
      />
      {providers.length > 0 && (
        <fieldset>
          <legend className="mb-2 font-semibold">Providers to keep your data from</legend>
          {providers.map((name, at) => (
            <CheckField
              key={name}
              name="provider"
              value={name}
              id={`provider-${at}`}
              label={name}
              defaultChecked={typed.providers.includes(name)}
              className="mt-3"
            />
          ))}
        </fieldset>
      )}
      <TextField
        name="details"
        label="Anything that helps us"
        maxLength={4000}
        defaultValue={typed.details}
        error={errorOf('details')}
        help="Send no documents and no numbers of cards or passports: the address is proof enough."
      />
      <Button>Send the request</Button>
    </form>
  )
}
