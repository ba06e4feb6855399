'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { assertSameOrigin } from '@/_platform/http/origin'
import { mailRegistrants } from '@/_webinars/staff.data'
import { turnAway } from '../../../refusals'

const messageForm = z.object({
  slug: z.string().max(200),
  subject: z.string().trim().min(3, 'Write a subject.').max(120, 'Use at most 120 letters.'),
  text: z.string().trim().min(3, 'Write a message.').max(5000, 'Use at most 5,000 letters.'),
  to: z.enum(['registered', 'attended', 'waiting']),
})

export type Sent = {
  typed: { subject: string; text: string; to: string }
  errors: { field: string; message: string }[]
  sent?: number
}

/** Queues one message to each of a webinar's registrants. */
export async function sendMessage(_before: Sent, form: FormData): Promise<Sent> {
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = { subject: text('subject'), text: text('text'), to: text('to') }
  const read = messageForm.safeParse({ ...typed, slug: text('slug') })
  if (!read.success)
    return {
      typed,
      errors: read.error.issues.map(one => ({ field: String(one.path[0]), message: one.message })),
    }
  try {
    assertSameOrigin(await headers())
    const sent = await mailRegistrants(await viewer(), read.data, systemClock)
    return { typed: { ...typed, subject: '', text: '' }, errors: [], sent }
  } catch (error) {
    turnAway(error)
    return { typed, errors: [{ field: 'subject', message: error.message }] }
  }
}
