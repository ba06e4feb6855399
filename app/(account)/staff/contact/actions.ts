'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { markMessage } from '@/_audience/contact.data'
import { assertSameOrigin } from '@/_platform/http/origin'
import { inAction } from '../../refusals'

/** The button of a message in the list: answered, open again, or no spam. */
export async function mark(data: FormData): Promise<void> {
  assertSameOrigin(await headers())
  const state = data.get('state') === 'done' ? 'done' : 'new'
  await inAction(markMessage(await viewer(), String(data.get('id') ?? ''), state))
  redirect('/staff/contact')
}
