'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { Field } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { testBroadcast } from '../actions'

/** Sends the message to one address, marked as a test. */
export function TestForm({ id, to }: { id: string; to: string }) {
  const [{ typed, errors, done }, send, pending] = useActionState(testBroadcast, {
    typed: { to },
    errors: [],
  })
  return (
    <form action={send} noValidate className="mt-8 max-w-[30rem] space-y-4">
      <input type="hidden" name="id" value={id} />
      {done && <Notice kind="good" title={done} />}
      <Field
        key={typed.to}
        name="to"
        type="email"
        label="Send a test to"
        defaultValue={typed.to}
        error={errors[0]?.message}
      />
      <Button look="quiet" disabled={pending}>
        Send the test
      </Button>
    </form>
  )
}
