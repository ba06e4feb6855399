'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { askToChangeEmail } from '@/_accounts/address/email-changes.data'
import { sessionHere } from '@/_accounts/here'
import { changePassword, changeProfile, deleteAccount, profileForm } from '@/_accounts/own-data.data'
import { viewer } from '@/_accounts/session'
import { endSessions } from '@/_accounts/sessions.data'
import { fieldErrors } from '@/_accounts/trial/sign-up'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { acting, type FormState, textOf } from '../form-state'

export async function saveProfile(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'name', async () => {
    const read = profileForm.safeParse({ name: textOf(data, 'name'), phone: textOf(data, 'phone') })
    if (!read.success) return { errors: fieldErrors(read.error) }
    await changeProfile(await viewer(), read.data)
    revalidatePath('/account')
    return { done: 'Saved' }
  })
}

export async function saveEmail(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'email', async () => {
    const given = { email: textOf(data, 'email'), password: textOf(data, 'password') }
    await askToChangeEmail(await viewer(), await sessionHere(), given, systemClock)
    revalidatePath('/account')
    return { done: 'A message went to both addresses. Press the button in each.' }
  })
}

export async function savePassword(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'password', async () => {
    const given = { current: textOf(data, 'password'), next: textOf(data, 'newPassword') }
    await changePassword(await viewer(), await sessionHere(), given)
    revalidatePath('/account/security')
    return { done: 'Changed. Every other session was ended.' }
  })
}

export async function stopSessions(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'session', async () => {
    const who = await viewer()
    if (!who) throw new AppError('unauthenticated', 'Sign in first.')
    await endSessions(who, textOf(data, 'session', 43), await sessionHere(), systemClock)
    revalidatePath('/account/security')
    return { done: 'Ended' }
  })
}

export async function removeAccount(_before: FormState, data: FormData): Promise<FormState> {
  const state = await acting(data, 'typed', async () => {
    const given = { typed: textOf(data, 'typed'), password: textOf(data, 'password') }
    await deleteAccount(await viewer(), textOf(data, 'account'), given)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect('/')
}
