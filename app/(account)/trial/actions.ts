'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { callerHere, keepSession } from '@/_accounts/here'
import { type Opened, verifyByCode, verifyByLink } from '@/_accounts/trial/registrations.data'
import type { FormErrors } from '@/_accounts/trial/sign-up'
import { trialCookie } from '@/_accounts/trial/trial-cookie'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

export type ConfirmState = { errors: FormErrors }

export async function submitCode(_before: ConfirmState, data: FormData): Promise<ConfirmState> {
  const code = String(data.get('code') ?? '').slice(0, 20)
  return confirm('code', async browser => verifyByCode(browser, code, await callerHere(), systemClock))
}

export async function submitLink(_before: ConfirmState, data: FormData): Promise<ConfirmState> {
  const link = String(data.get('token') ?? '').slice(0, 100)
  const password = String(data.get('password') ?? '').slice(0, 512)
  return confirm('password', async browser =>
    verifyByLink({ link, browser, password }, await callerHere(), systemClock),
  )
}

async function confirm(field: string, open: (browser: string) => Promise<Opened>): Promise<ConfirmState> {
  const jar = await cookies()
  let opened: Opened
  try {
    assertSameOrigin(await headers())
    opened = await open(jar.get(trialCookie.name)?.value ?? '')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { errors: [{ field: error.field ?? field, message: error.message }] }
  }
  jar.set(trialCookie.name, '', { ...trialCookie.options, maxAge: 0 })
  await keepSession(opened.session)
  redirect(`/sites/${opened.siteId}/start`)
}
