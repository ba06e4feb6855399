'use client'

import { useActionState, useEffect, useState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, SelectField } from '@/_ui/field'
import { nameSite } from './actions'

type Props = {
  site: string
  first: { name: string; url: string; timezone: string; currency: string }
  /** Whether the zone is still the one that every site begins with. */
  fresh: boolean
  zones: string[]
  currencies: string[]
}

/** Names the site; proposes the time zone of whoever looks at the form, where the browser tells it. */
export function NameForm({ site, first, fresh, zones, currencies }: Props) {
  const [{ typed, errors }, save, pending] = useActionState(nameSite, { typed: first, errors: [] })
  const [zone, setZone] = useState(typed.timezone)
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (fresh && zones.includes(here)) setZone(here)
  }, [fresh, zones])
  const errorOf = (field: string) => errors.find(error => error.field === field)?.message
  return (
    <form action={save} noValidate className="max-w-[36rem] space-y-5">
      <input type="hidden" name="site" value={site} />
      <ErrorSummary title="Nothing was saved" errors={errors} />
      <Field
        key={`name ${typed.name}`}
        name="name"
        label="Name"
        defaultValue={typed.name}
        error={errorOf('name')}
        required
      />
      <Field
        key={`url ${typed.url}`}
        name="url"
        label="Address"
        type="url"
        defaultValue={typed.url}
        error={errorOf('url')}
        required
      />
      <SelectField
        name="timezone"
        label="Time zone"
        help="When a day begins in reports. You can change it at any time."
        value={zone}
        onChange={event => setZone(event.target.value)}
        error={errorOf('timezone')}
      >
        {zones.map(one => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
      <SelectField
        key={`currency ${typed.currency}`}
        name="currency"
        label="Currency"
        defaultValue={typed.currency}
        error={errorOf('currency')}
      >
        {currencies.map(one => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
      <Button disabled={pending}>{pending ? 'Saving' : 'Save'}</Button>
    </form>
  )
}
