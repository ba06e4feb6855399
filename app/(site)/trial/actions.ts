'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { callerHere } from '@/_accounts/here'
import { beginTrial } from '@/_accounts/trial/registrations.data'
import { type FormErrors, readSignUp } from '@/_accounts/trial/sign-up'
import { trialCookie } from '@/_accounts/trial/trial-cookie'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

/** What the form shows again: what was typed, never the password. */
export type TrialState = { typed: Record<string, string>; errors: FormErrors }

const shown = ['name', 'email', 'phone', 'siteName', 'siteUrl', 'age', 'agreed']

export async function submitTrial(_before: TrialState, data: FormData): Promise<TrialState> {
  const asked = await headers()
  const sent: Record<string, string> = {}
  for (const [field, value] of data)
    if (!field.startsWith('$ACTION')) sent[field] = String(value).slice(0, 600)
  const read = readSignUp(sent)
  // A form that is refused for a card's number shows none of it again.
  const typed = Object.fromEntries(shown.map(field => [field, sent[field] ?? '']))
  if ('errors' in read) return { typed: without(typed, read.errors), errors: read.errors }
  try {
    assertSameOrigin(asked)
    if (env.TRIALS === 'off') throw new AppError('forbidden', 'Nobody can sign up here today.', 'name')
    const { address } = await callerHere()
    const token = await beginTrial(read.given, { address }, systemClock)
    const jar = await cookies()
    jar.set(trialCookie.name, token, trialCookie.options)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { typed, errors: [{ field: error.field ?? 'email', message: error.message }] }
  }
  redirect('/trial/check')
}

function without(typed: Record<string, string>, errors: FormErrors): Record<string, string> {
  const cards = errors.filter(({ message }) => message.includes('payment card')).map(({ field }) => field)
  return Object.fromEntries(Object.entries(typed).filter(([field]) => !cards.includes(field)))
}
