import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'

export function AskForm({ error }: { error?: string }) {
  return (
    <form method="post" action="/email/preferences/ask" className="max-w-[30rem]">
      <ErrorSummary errors={error ? [{ field: 'email', message: error }] : []} />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        error={error}
        required
      />
      <Button className="mt-6">Send me the link</Button>
    </form>
  )
}
