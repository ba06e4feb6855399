'use client'

import { useActionState } from 'react'
import { Button, ButtonLink } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField } from '@/_ui/field'
import { erase, type Said } from '../actions'

type Props = { site: string; person: number; back: string }

/** Asks once more before somebody is erased. */
export function EraseForm({ site, person, back }: Props) {
  const [{ error }, submit, pending] = useActionState<Said, FormData>(erase.bind(null, site, person), {})
  const errors = error ? [{ field: 'sure', message: error }] : []
  return (
    <form action={submit} className="mt-6 space-y-5">
      <ErrorSummary title="Nobody was erased" errors={errors} />
      <CheckField name="sure" label="I know that this can’t be taken back" error={error} />
      <div className="flex flex-wrap gap-4">
        <Button disabled={pending}>{pending ? 'Erasing' : 'Erase this person'}</Button>
        <ButtonLink look="quiet" href={back}>
          Keep them
        </ButtonLink>
      </div>
    </form>
  )
}
