import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, SelectField, TextField } from '@/_ui/field'
import { methods, type UrlForm, type urlProblems } from './url-builder'

/** The builder's questions: a form by GET, so its answer is a page and can be kept as a link. */
export function UrlBuilderForm({
  form,
  problems,
}: {
  form: UrlForm
  problems: ReturnType<typeof urlProblems>
}) {
  const errors = Object.entries(problems).map(([field, message]) => ({ field, message }))
  return (
    <form action="/docs/url-builder" className="max-w-[34rem] space-y-6">
      <ErrorSummary title="The address is not complete" errors={errors} />
      <SelectField name="method" label="Method" defaultValue={form.method}>
        {Object.entries(methods).map(([name, { does }]) => (
          <option key={name} value={name}>
            {does}
          </option>
        ))}
      </SelectField>
      <Field
        name="key"
        label="Key"
        defaultValue={form.key}
        error={problems.key}
        help="40 characters, in the site’s settings. It is public: every page that is measured shows it."
        autoComplete="off"
      />
      <Field
        name="person"
        label="Identity"
        defaultValue={form.person}
        error={problems.person}
        help="Whose hit it is. Kept exactly as written."
        autoComplete="off"
      />
      <Field
        name="event"
        label="Event"
        defaultValue={form.event}
        error={problems.event}
        help="Only for “Record”. Upper and lower case are the same."
        autoComplete="off"
      />
      <Field
        name="other"
        label="Other identity"
        defaultValue={form.other}
        error={problems.other}
        help="Only for “Alias”."
        autoComplete="off"
      />
      <TextField
        name="properties"
        label="Properties"
        defaultValue={form.properties}
        error={problems.properties}
        help="One a line: name=value. Not for “Alias”."
        rows={4}
      />
      <Field
        name="time"
        label="When it happened"
        defaultValue={form.time}
        error={problems.time}
        help="2026-11-24 09:30, UTC. Empty means when the hit arrives."
        autoComplete="off"
      />
      <Button>Build the address</Button>
    </form>
  )
}
