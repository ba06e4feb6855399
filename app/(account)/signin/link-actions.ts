'use server'

import { redirect } from 'next/navigation'
import { callerHere, keepSession } from '@/_accounts/here'
import { askForLink, type LinkKind, resetPassword, signInByLink } from '@/_accounts/links/mailed-links.data'
import { emailAddress } from '@/_accounts/password-rule'
import { systemClock } from '@/_platform/clock'
import { acting, type FormState, textOf } from '../form-state'

async function asking(kind: LinkKind, data: FormData): Promise<FormState> {
  return acting(data, 'email', async () => {
    const read = emailAddress.safeParse(textOf(data, 'email'))
    if (!read.success) return { errors: [{ field: 'email', message: read.error.issues[0]!.message }] }
    const { address } = await callerHere()
    await askForLink(kind, read.data, address, systemClock)
    return { done: 'A message is on its way to this address. Look among the spam, too.' }
  })
}

export const askToSignIn = async (_before: FormState, data: FormData): Promise<FormState> =>
  asking('sign-in', data)

export const askToReset = async (_before: FormState, data: FormData): Promise<FormState> =>
  asking('reset', data)

export async function enterByLink(_before: FormState, data: FormData): Promise<FormState> {
  const state = await acting(data, 'token', async () => {
    const session = await signInByLink(textOf(data, 'token', 100), await callerHere(), systemClock)
    await keepSession(session)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect('/sites')
}

export async function chooseNewPassword(_before: FormState, data: FormData): Promise<FormState> {
  const state = await acting(data, 'newPassword', async () => {
    await resetPassword(textOf(data, 'token', 100), textOf(data, 'newPassword'), systemClock)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect('/signin?reset=done')
}
