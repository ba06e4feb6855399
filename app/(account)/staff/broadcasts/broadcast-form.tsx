'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, SelectField, TextField } from '@/_ui/field'
import { saveBroadcast, type Typed } from './actions'

type Choice = { id: string; name: string }

/** What a broadcast says and to whom. Works as a plain form. */
export function BroadcastForm(props: { first: Typed; topics: Choice[]; segments: Choice[] }) {
  const [{ typed, errors }, save, pending] = useActionState(saveBroadcast, { typed: props.first, errors: [] })
  const errorOf = (field: string) => errors.find(error => error.field === field)?.message
  return (
    <form action={save} noValidate className="max-w-[46rem]">
      {typed.id && <input type="hidden" name="id" value={typed.id} />}
      <ErrorSummary title="Nothing was saved" errors={errors} />
      <div key={JSON.stringify(typed)} className="space-y-6">
        <SelectField name="topic" label="Topic" defaultValue={typed.topic} className="max-w-[24rem]">
          {props.topics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {props.segments.length > 0 && (
          <SelectField
            name="segment"
            label="Only people of"
            defaultValue={typed.segment}
            help="Readers of the topic whose address is an identity of somebody in the segment."
            className="max-w-[24rem]"
          >
            <option value="">All readers of the topic</option>
            {props.segments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <Field
          name="subject"
          label="Subject"
          defaultValue={typed.subject}
          maxLength={150}
          error={errorOf('subject')}
          required
        />
        <Field
          name="subjectB"
          label="Another subject to test"
          help="Leave it empty, or part of the readers get either, and the others the one that led to more presses."
          defaultValue={typed.subjectB}
          maxLength={150}
          error={errorOf('subjectB')}
        />
        <Field
          name="preheader"
          label="Preview line"
          help="What a mail list shows behind the subject."
          defaultValue={typed.preheader}
          maxLength={200}
          error={errorOf('preheader')}
        />
        <TextField
          name="source"
          label="Message"
          rows={18}
          className="[&_textarea]:font-mono [&_textarea]:text-sm"
          help={
            <>
              Markdown, and: <code>{'<Post of="slug" />'}</code> a whole post,{' '}
              <code>{'<PostCard of="slug" />'}</code> its title and what it says,{' '}
              <code>{'<Press href="/path">Text</Press>'}</code> a button,{' '}
              <code>{'<Note title="Title">'}</code> a remark.
            </>
          }
          defaultValue={typed.source}
          error={errorOf('source')}
          required
        />
        <CheckField
          name="listed"
          label="Show it in the public archive once it is sent"
          defaultChecked={'listed' in typed}
        />
        <Button disabled={pending}>{pending ? 'Saving' : 'Save the draft'}</Button>
      </div>
    </form>
  )
}
