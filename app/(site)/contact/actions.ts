'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { contactMessage } from '@/_audience/contact'
import { receiveMessage } from '@/_audience/contact.data'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

export type ContactState = {
  name: string
  email: string
  desk: string
  message: string
  errors: { field: string; message: string }[]
}

/** Takes the contact form; what was typed is kept where something is wrong. */
export async function sendMessage(_before: ContactState, data: FormData): Promise<ContactState> {
  const asked = await headers()
  const typed = (field: string) => String(data.get(field) ?? '').slice(0, 6000)
  const kept = { name: typed('name'), email: typed('email'), desk: typed('desk'), message: typed('message') }
  const read = contactMessage.safeParse(kept)
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
    return { ...kept, errors }
  }
  try {
    assertSameOrigin(asked)
    const address = asked.get('x-client-address') ?? ''
    await receiveMessage(read.data, { opened: typed('opened'), trap: typed('website'), address }, systemClock)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ...kept, errors: [{ field: 'message', message: error.message }] }
  }
  redirect('/contact?sent=1')
}
