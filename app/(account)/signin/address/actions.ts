'use server'

import { redirect } from 'next/navigation'
import { confirmEmailChange, stopEmailChange } from '@/_accounts/address/email-changes.data'
import { systemClock } from '@/_platform/clock'
import { acting, type FormState, textOf } from '../../form-state'

const page = '/signin/address'

export async function agreeToEmail(_before: FormState, data: FormData): Promise<FormState> {
  const token = textOf(data, 'token', 400)
  let changed = false
  const state = await acting(data, 'token', async () => {
    changed = await confirmEmailChange(token, systemClock)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect(changed ? `${page}?done=changed` : `${page}?token=${token}`)
}

export async function stopEmail(_before: FormState, data: FormData): Promise<FormState> {
  const state = await acting(data, 'token', async () => {
    await stopEmailChange(textOf(data, 'token', 400), systemClock)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect(`${page}?done=stopped`)
}
