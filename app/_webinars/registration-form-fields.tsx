import { wordings } from '@/_audience/wordings'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field } from '@/_ui/field'

/** Asks who comes. A plain form; /webinars.js adds the browser's time zone where there is script. */
export function RegistrationFormFields({
  webinar,
  full,
  draft = { typed: {}, errors: [] },
}: {
  webinar: string
  /** No seat is left: it goes on the waiting list. */
  full: boolean
  draft?: { typed: Record<string, string>; errors: { field: string; message: string }[] }
}) {
  const { typed, errors } = draft
  const field = (name: string) => ({
    name,
    error: errors.find(one => one.field === name)?.message,
    defaultValue: typed[name],
  })
  return (
    <form method="post" action="/webinars/register" className="max-w-[30rem]">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="webinar" value={webinar} />
      <input type="hidden" name="zone" data-zone />
      <p className="sr-only" aria-hidden="true">
        <label htmlFor="url">Leave this empty</label>
        <input id="url" type="text" name="url" tabIndex={-1} autoComplete="off" />
      </p>
      <Field {...field('name')} label="Name" autoComplete="name" maxLength={60} required />
      <Field
        {...field('email')}
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        required
        className="mt-5"
        help="For the invitation, the reminders and the recording of this one webinar."
      />
      <Field
        {...field('website')}
        label="Website (optional)"
        autoComplete="url"
        inputMode="url"
        maxLength={200}
        className="mt-5"
      />
      <CheckField
        name="news"
        defaultChecked={typed.news === 'on'}
        label={wordings.withRegistration}
        className="mt-5"
      />
      <Button className="mt-6">{full ? 'Join the waiting list' : 'Register'}</Button>
    </form>
  )
}
