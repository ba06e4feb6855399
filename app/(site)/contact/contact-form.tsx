'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, SelectField, TextField } from '@/_ui/field'
import { type ContactState, sendMessage } from './actions'

const empty: ContactState = { name: '', email: '', desk: 'hello', message: '', errors: [] }

/** A plain form: this page is sent without script, and the answer is a new page. `opened` proves when it was drawn. */
export function ContactForm({ opened, desks }: { opened: string; desks: Record<string, string> }) {
  const [state, send] = useActionState(sendMessage, empty)
  const errorOf = (field: string) => state.errors.find(error => error.field === field)?.message
  return (
    <form action={send} noValidate className="max-w-[36rem] space-y-5">
      <ErrorSummary title="Not sent yet. What you typed is kept." errors={state.errors} />
      <input type="hidden" name="opened" value={opened} />
      <Field
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={100}
        defaultValue={state.name}
        error={errorOf('name')}
        required
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        help="The answer goes there, and nothing else does."
        defaultValue={state.email}
        error={errorOf('email')}
        required
      />
      <SelectField name="desk" label="What it is about" defaultValue={state.desk} error={errorOf('desk')}>
        {Object.entries(desks).map(([desk, about]) => (
          <option key={desk} value={desk}>
            {about}
          </option>
        ))}
      </SelectField>
      <TextField
        name="message"
        label="Message"
        rows={8}
        maxLength={5000}
        defaultValue={state.message}
        error={errorOf('message')}
        required
      />
      <p hidden>
        <label htmlFor="website">Leave this field empty</label>
        <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
      </p>
      <p className="text-[0.9375rem] text-soft">
        Kept with your address cut to its network until it is answered, at most a year. Whether it is spam is
        decided on this machine; nobody else sees it.
      </p>
      <Button>Send the message</Button>
    </form>
  )
}
