'use client'

import { useActionState } from 'react'
import { plans } from '@/_accounts/plans'
import { Button } from '@/_ui/button'
import { SelectField } from '@/_ui/field'
import { assign } from './actions'

/** One account's plan, to be given or changed. */
export function AssignForm({ account, name, plan }: { account: string; name: string; plan?: string }) {
  const [state, act, busy] = useActionState(assign, {})
  return (
    <form action={act} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="account" value={account} />
      <SelectField
        name="plan"
        id={`plan-${account}`}
        label={<span className="sr-only">Plan of {name}</span>}
        defaultValue={plan ?? plans[0]?.key}
      >
        {plans.map(({ key, name: text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </SelectField>
      <Button look="quiet" disabled={busy}>
        {plan ? 'Change' : 'Give'}
      </Button>
      {state.message && (
        <p
          role={state.bad ? 'alert' : 'status'}
          className={`w-full text-sm ${state.bad ? 'text-bad' : 'text-good'}`}
        >
          {state.message}
        </p>
      )}
    </form>
  )
}
