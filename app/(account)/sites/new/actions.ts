'use server'

import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { addSite } from '@/_analytics/ownership/site-owner.data'
import { patchErrors, siteBasics } from '@/_analytics/site-patch'
import { acting, type FormState, textOf } from '../../form-state'

export async function makeSite(_before: FormState, data: FormData): Promise<FormState> {
  let made = ''
  const state = await acting(data, 'name', async () => {
    const fields = ['name', 'url', 'timezone', 'currency'].map(field => [field, textOf(data, field)])
    const read = siteBasics.safeParse(Object.fromEntries(fields))
    if (!read.success) return { errors: patchErrors(read.error) }
    made = await addSite(await viewer(), textOf(data, 'account'), read.data)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect(`/sites/${made}/start`)
}
