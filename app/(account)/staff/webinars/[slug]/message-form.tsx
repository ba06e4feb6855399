'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, SelectField, TextField } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { type Sent, sendMessage } from './actions'

/** A message to everyone who registered, waits or came. */
export function MessageForm({ slug }: { slug: string }) {
  const empty: Sent = { typed: { subject: '', text: '', to: 'registered' }, errors: [] }
  const [{ typed, errors, sent }, act, busy] = useActionState<Sent, FormData>(sendMessage, empty)
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <form action={act} className="max-w-read">
      {sent !== undefined && (
        <div className="mb-6">
          <Notice kind="good" title={`Queued for ${sent} ${sent === 1 ? 'person' : 'people'}`} />
        </div>
      )}
      <ErrorSummary errors={errors} />
      <input type="hidden" name="slug" value={slug} />
      <SelectField name="to" label="To" defaultValue={typed.to} className="max-w-[20rem]">
        <option value="registered">Everyone with a seat</option>
        <option value="attended">Everyone who came</option>
        <option value="waiting">The waiting list</option>
      </SelectField>
      <Field
        name="subject"
        label="Subject"
        defaultValue={typed.subject}
        error={error('subject')}
        maxLength={120}
        className="mt-5"
        required
      />
      <TextField
        name="text"
        label="Message"
        defaultValue={typed.text}
        error={error('text')}
        className="mt-5"
        required
      />
      <Button className="mt-5" disabled={busy}>
        Send it
      </Button>
    </form>
  )
}
