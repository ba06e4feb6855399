'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Notice } from '@/_ui/notice'
import { saveSettings } from './actions'
import type { Typed } from './form-fields'
import { LeftOut } from './left-out'
import { People } from './people'
import { ThePages } from './the-pages'
import { TheSite } from './the-site'

type Props = { site: string; first: Typed; zones: string[]; currencies: string[]; mayChange: boolean }

/** Works as a plain form. Whoever may only look sees the same form, and can change nothing in it. */
export function SettingsForm({ site, first, zones, currencies, mayChange }: Props) {
  const [state, save, pending] = useActionState(saveSettings, {
    typed: first,
    errors: [],
    saved: false,
  })
  const { typed, errors, saved } = state
  const part = {
    typed,
    errorOf: (field: string) => errors.find(error => error.field === field)?.message,
  }
  return (
    <form action={save} noValidate className="max-w-[46rem]">
      <input type="hidden" name="site" value={site} />
      {!mayChange && (
        <Notice title="You may look at the settings">
          An owner or admin of the account can change them.
        </Notice>
      )}
      <ErrorSummary title="Nothing was saved" errors={errors} />
      {saved && <Notice title="Saved" kind="good" />}
      <fieldset disabled={!mayChange} key={JSON.stringify(typed)} className="space-y-14 pt-6">
        <TheSite {...part} zones={zones} currencies={currencies} />
        <People {...part} />
        <LeftOut {...part} />
        <ThePages {...part} />
        {mayChange && (
          <div className="sticky bottom-0 border-t border-rule bg-paper py-4">
            <Button disabled={pending}>{pending ? 'Saving' : 'Save the settings'}</Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}
