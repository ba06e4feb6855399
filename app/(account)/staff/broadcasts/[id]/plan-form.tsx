'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, SelectField } from '@/_ui/field'
import { scheduleBroadcast } from '../actions'

/** When and how fast a draft goes out. */
export function PlanForm({ id, zones, tests }: { id: string; zones: string[]; tests: boolean }) {
  const [{ typed, errors }, plan, pending] = useActionState(scheduleBroadcast, { typed: {}, errors: [] })
  const errorOf = (field: string) => errors.find(error => error.field === field)?.message
  return (
    <form action={plan} noValidate className="max-w-[46rem]">
      <input type="hidden" name="id" value={id} />
      <ErrorSummary title="Nothing was scheduled" errors={errors} />
      <div key={JSON.stringify(typed)} className="space-y-6">
        <fieldset className="space-y-2">
          <legend className="mb-1 font-semibold">Start</legend>
          {[
            ['now', 'At once'],
            ['later', 'At the time below'],
          ].map(([value, text]) => (
            <label key={value} className="flex min-h-8 items-center gap-3">
              <input
                type="radio"
                name="when"
                value={value}
                defaultChecked={(typed.when ?? 'later') === value}
                className="size-5 accent-signal"
              />
              {text}
            </label>
          ))}
        </fieldset>
        <div className="grid gap-6 sm:grid-cols-2">
          <Field
            name="localTime"
            type="datetime-local"
            label="Day and time"
            defaultValue={typed.localTime}
            error={errorOf('localTime')}
          />
          <SelectField
            name="zone"
            label="In the time zone"
            defaultValue={typed.zone ?? 'UTC'}
            error={errorOf('zone')}
          >
            {zones.map(zone => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
        </div>
        <CheckField
          name="inReaderZone"
          label="Take the time in each reader’s own zone"
          help="The zone above is then for readers who told none."
          defaultChecked={'inReaderZone' in typed}
        />
        <Field
          name="perHour"
          type="number"
          min={0}
          label="At most so many an hour"
          help="0 for no limit. A young sending domain is better warmed up slowly."
          defaultValue={typed.perHour ?? '0'}
          error={errorOf('perHour')}
          className="max-w-[16rem]"
        />
        {tests && (
          <div className="grid gap-6 sm:grid-cols-2">
            <Field
              name="testPercent"
              type="number"
              min={2}
              max={100}
              label="Percent of the readers for the test"
              defaultValue={typed.testPercent ?? '20'}
              error={errorOf('testPercent')}
            />
            <Field
              name="testHours"
              type="number"
              min={1}
              max={72}
              label="Hours until the winner is chosen"
              defaultValue={typed.testHours ?? '4'}
              error={errorOf('testHours')}
            />
          </div>
        )}
        <Button disabled={pending}>Send it</Button>
      </div>
    </form>
  )
}
