'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { mergedPair, undoMerge } from '@/_analytics/merges.data'
import { erasePerson } from '@/_analytics/person.data'
import { assertSameOrigin } from '@/_platform/http/origin'
import { refused, turnAway } from '../../../../refusals'

/** Takes one merge of a person back; pressed twice, it was already done. */
export async function takeApart(site: string, person: number, data: FormData): Promise<void> {
  assertSameOrigin(await headers())
  const pair = mergedPair.safeParse(Object.fromEntries(data))
  if (!pair.success) redirect('/refused')
  try {
    await undoMerge(await viewer(), site, pair.data)
  } catch (error) {
    turnAway(error)
    if (error.code !== 'not_found') redirect('/refused')
  }
  redirect(`/sites/${site}/people/${person}#identities`)
}

export type Said = { error?: string }

/** Erases a person for good, once the box that says so is ticked. */
export async function erase(site: string, person: number, _before: Said, data: FormData): Promise<Said> {
  if (data.get('sure') !== 'on') return { error: 'Tick the box to say that it is meant. Nothing was erased.' }
  try {
    assertSameOrigin(await headers())
    await erasePerson(await viewer(), site, person)
  } catch (error) {
    return { error: `${refused(error, 'sure')[0]!.message} Nothing else was changed.` }
  }
  redirect(`/sites/${encodeURIComponent(site)}/people?done=erased`)
}
