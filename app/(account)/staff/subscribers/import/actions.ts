'use server'

import { headers } from 'next/headers'
import { viewer } from '@/_accounts/session'
import { type Imported, importSubscribers } from '@/_audience/staff/import.data'
import { systemClock } from '@/_platform/clock'
import { assertSameOrigin } from '@/_platform/http/origin'
import { turnAway } from '../../../refusals'

export type ImportState = { error?: string; found?: Imported }

export async function importFile(_before: ImportState, data: FormData): Promise<ImportState> {
  const file = data.get('file')
  const text = file instanceof File && file.size > 0 ? await file.text() : String(data.get('pasted') ?? '')
  if (!text.trim()) return { error: 'Choose a file, or paste its lines.' }
  try {
    assertSameOrigin(await headers())
    return { found: await importSubscribers(await viewer(), text, systemClock) }
  } catch (error) {
    turnAway(error)
    return { error: error.message }
  }
}
