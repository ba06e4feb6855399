'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { changeEntry, entryChange } from '@/_analytics/library/library.data'
import { patchErrors } from '@/_analytics/site-patch'
import { assertSameOrigin } from '@/_platform/http/origin'
import { refused } from '../../../../refusals'

export type EntryTyped = { displayName: string; description: string; hidden: boolean; blocked: boolean }
export type EntryState = { typed: EntryTyped; errors: { field: string; message: string }[] }

export async function saveEntry(_before: EntryState, data: FormData): Promise<EntryState> {
  const asked = await headers()
  const text = (field: string) => String(data.get(field) ?? '').slice(0, 5000)
  const site = text('site')
  const typed = {
    displayName: text('displayName'),
    description: text('description'),
    hidden: data.get('hidden') === 'on',
    blocked: data.get('blocked') === 'on',
  }
  const read = entryChange.safeParse({ kind: text('kind'), name: text('name'), ...typed })
  if (!read.success) return { typed, errors: patchErrors(read.error) }
  try {
    assertSameOrigin(asked)
    await changeEntry(await viewer(), site, read.data)
  } catch (error) {
    return { typed, errors: refused(error, 'displayName') }
  }
  redirect(`/sites/${site}/library`)
}
