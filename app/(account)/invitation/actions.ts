'use server'

import { redirect } from 'next/navigation'
import { callerHere, keepSession } from '@/_accounts/here'
import { invitationAt, joinAsNew, joinAsSelf, joining } from '@/_accounts/members/invitations.data'
import { viewer } from '@/_accounts/session'
import { fieldErrors } from '@/_accounts/trial/sign-up'
import { systemClock } from '@/_platform/clock'
import { acting, type FormState, textOf } from '../form-state'

export async function join(_before: FormState, data: FormData): Promise<FormState> {
  const token = textOf(data, 'token', 100)
  const state = await acting(data, 'name', async () => {
    const invited = await invitationAt(token)
    if (invited?.known) {
      await joinAsSelf(token, await viewer(), systemClock)
      return {}
    }
    const fields = ['name', 'password', 'age', 'agreed'] as const
    const read = joining.safeParse(Object.fromEntries(fields.map(field => [field, textOf(data, field)])))
    if (!read.success) return { errors: fieldErrors(read.error) }
    await keepSession(await joinAsNew(token, read.data, await callerHere(), systemClock))
    return {}
  })
  if (state.errors.length > 0) return state
  redirect('/sites')
}
