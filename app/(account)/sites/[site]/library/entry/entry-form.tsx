'use client'

import { useActionState } from 'react'
import { Button, ButtonLink } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, TextField } from '@/_ui/field'
import { type EntryTyped, saveEntry } from './actions'

type Props = { site: string; kind: 'event' | 'property'; name: string; first: EntryTyped }

/** What is said about one event or property. */
export function EntryForm({ site, kind, name, first }: Props) {
  const [{ typed, errors }, save, pending] = useActionState(saveEntry, {
    typed: first,
    errors: [],
  })
  const errorOf = (field: string) => errors.find(error => error.field === field)?.message
  return (
    <form action={save} noValidate className="max-w-[36rem]">
      {Object.entries({ site, kind, name }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <ErrorSummary title="Nothing was saved" errors={errors} />
      <div key={JSON.stringify(typed)} className="space-y-6">
        <Field
          name="displayName"
          label="Display name"
          help={`What it is called in the library. It goes on being tracked as ${name}.`}
          defaultValue={typed.displayName}
          error={errorOf('displayName')}
        />
        <TextField
          name="description"
          label="Description"
          rows={3}
          help="What it means, and where it is sent from."
          defaultValue={typed.description}
          error={errorOf('description')}
        />
        <CheckField
          name="hidden"
          label="Hide"
          help={
            kind === 'event'
              ? 'Gone from menus and from Live; still collected and counted.'
              : 'Gone from menus; still collected.'
          }
          defaultChecked={typed.hidden}
        />
        <CheckField
          name="blocked"
          label="Block"
          help={
            kind === 'event'
              ? 'Hits of this event are refused from now on. What is stored stays.'
              : 'The property is taken out of every hit from now on. What is stored stays.'
          }
          defaultChecked={typed.blocked}
        />
        <div className="flex flex-wrap gap-4">
          <Button disabled={pending}>{pending ? 'Saving' : 'Save'}</Button>
          <ButtonLink look="quiet" href={`/sites/${site}/library`}>
            Back to the library
          </ButtonLink>
        </div>
      </div>
    </form>
  )
}
