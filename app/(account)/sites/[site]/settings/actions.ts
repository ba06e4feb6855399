'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { viewer } from '@/_accounts/session'
import { patchErrors, siteForm } from '@/_analytics/site-patch'
import { updateSite } from '@/_analytics/sites.data'
import { assertSameOrigin } from '@/_platform/http/origin'
import { refused } from '../../../refusals'
import { formOf, type Typed, typedIn, typedOf } from './form-fields'

export type SettingsState = {
  typed: Typed
  errors: { field: string; message: string }[]
  saved: boolean
}

/** Checks the whole form and keeps what was typed where something is wrong with it. */
export async function saveSettings(_before: SettingsState, data: FormData): Promise<SettingsState> {
  const asked = await headers()
  const siteId = String(data.get('site') ?? '')
  const typed = typedIn(data)
  const read = siteForm.safeParse(formOf(typed))
  if (!read.success) return { typed, errors: patchErrors(read.error), saved: false }
  try {
    assertSameOrigin(asked)
    const site = await updateSite(await viewer(), siteId, read.data)
    revalidatePath(`/sites/${siteId}`, 'layout')
    return { typed: typedOf(site), errors: [], saved: true }
  } catch (error) {
    return { typed, errors: refused(error, 'name'), saved: false }
  }
}
