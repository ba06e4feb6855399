'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { changeEntry, entryChange, type Kind } from '@/_analytics/library/library.data'
import { patchErrors } from '@/_analytics/site-patch'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

export type EntryTyped = { displayName: string; description: string; hidden: boolean; blocked: boolean }
export type EntryState = { typed: EntryTyped; errors: { field: string; message: string }[] }

export async function saveEntry(
  of: { site: string; kind: Kind; name: string },
  _before: EntryState,
  data: FormData,
): Promise<EntryState> {
  const asked = await headers()
  const text = (field: string) => String(data.get(field) ?? '').slice(0, 5000)
  const typed = {
    displayName: text('displayName'),
    description: text('description'),
    hidden: data.get('hidden') === 'on',
    blocked: data.get('blocked') === 'on',
  }
  const read = entryChange.safeParse({ kind: of.kind, name: of.name, ...typed })
  if (!read.success) return { typed, errors: patchErrors(read.error) }
  try {
    assertSameOrigin(asked)
    await changeEntry(await viewer(), of.site, read.data)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { typed, errors: [{ field: 'displayName', message: error.message }] }
  }
  redirect(`/sites/${of.site}/library`)
}
