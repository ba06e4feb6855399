'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { patchErrors, siteBasics } from '@/_analytics/site-patch'
import { siteFor, updateSite } from '@/_analytics/sites.data'
import { tickOff } from '@/_analytics/start/checklist.data'
import { makeSample } from '@/_analytics/start/sample.data'
import { assertSameOrigin } from '@/_platform/http/origin'
import { inAction, refused } from '../../../refusals'

export type NameState = { typed: Record<string, string>; errors: { field: string; message: string }[] }

export async function nameSite(_before: NameState, data: FormData): Promise<NameState> {
  const text = (field: string) => String(data.get(field) ?? '').slice(0, 600)
  const site = text('site')
  const typed = Object.fromEntries(['name', 'url', 'timezone', 'currency'].map(field => [field, text(field)]))
  const read = siteBasics.safeParse(typed)
  if (!read.success) return { typed, errors: patchErrors(read.error) }
  try {
    assertSameOrigin(await headers())
    const who = await viewer()
    await updateSite(who, site, read.data)
    await tickOff(who, site, 'name')
  } catch (error) {
    return { typed, errors: refused(error, 'name') }
  }
  revalidatePath(`/sites/${site}`, 'layout')
  redirect(`/sites/${site}/start#install`)
}

/** Puts a step aside, or keeps that it was done. */
export async function tickStep(data: FormData): Promise<void> {
  const site = String(data.get('site') ?? '')
  assertSameOrigin(await headers())
  await inAction(tickOff(await viewer(), site, String(data.get('step') ?? '')))
  revalidatePath(`/sites/${site}/start`)
  redirect(`/sites/${site}/start`)
}

/** Makes a site of made-up visits in the same account, and goes there. */
export async function seeSample(data: FormData): Promise<void> {
  assertSameOrigin(await headers())
  const who = await viewer()
  const { accountId } = await inAction(siteFor(who, String(data.get('site') ?? '')))
  const sample = await inAction(makeSample(who, accountId))
  redirect(`/sites/${sample}`)
}
