'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { mergedPair, undoMerge } from '@/_analytics/merges.data'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

/** Takes one merge of a person back; pressed twice, it was already done. */
export async function takeApart(site: string, person: number, data: FormData): Promise<void> {
  assertSameOrigin(await headers())
  const pair = mergedPair.safeParse(Object.fromEntries(data))
  if (!pair.success) throw new AppError('invalid', 'Which two is missing: open the page again.')
  try {
    await undoMerge(await viewer(), site, pair.data)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error
  }
  redirect(`/sites/${site}/people/${person}#identities`)
}
