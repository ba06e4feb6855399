'use server'

import { revalidatePath } from 'next/cache'
import { invitationForm, invite, takeBack } from '@/_accounts/members/invitations.data'
import { changeMember, removeMember } from '@/_accounts/members/members.data'
import { viewer } from '@/_accounts/session'
import { fieldErrors } from '@/_accounts/trial/sign-up'
import { toRole } from '@/_accounts/viewer'
import { acting, type FormState, textOf } from '../../form-state'

/** Ticked sites come as `site:ID`; none ticked while some are asked for is refused by the verb. */
function sitesIn(data: FormData): string[] | null {
  if (textOf(data, 'which') !== 'some') return null
  return [...data.keys()].filter(name => name.startsWith('site:')).map(name => name.slice(5))
}

export async function sendInvitation(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'email', async () => {
    const given = { email: textOf(data, 'email'), role: textOf(data, 'role'), sites: sitesIn(data) }
    const read = invitationForm.safeParse(given)
    if (!read.success) return { errors: fieldErrors(read.error) }
    await invite(await viewer(), textOf(data, 'account'), read.data)
    revalidatePath('/account/members')
    return { done: `Invited ${read.data.email}. The link works for a week.` }
  })
}

export async function takeInvitationBack(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'email', async () => {
    await takeBack(await viewer(), textOf(data, 'account'), textOf(data, 'invitation'))
    revalidatePath('/account/members')
    return { done: 'Taken back' }
  })
}

export async function placeMember(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'role', async () => {
    const place = { role: toRole(textOf(data, 'role')), sites: sitesIn(data) }
    await changeMember(await viewer(), textOf(data, 'account'), textOf(data, 'member'), place)
    revalidatePath('/account/members')
    return { done: 'Changed' }
  })
}

export async function takeOut(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'role', async () => {
    await removeMember(await viewer(), textOf(data, 'account'), textOf(data, 'member'))
    revalidatePath('/account/members')
    return { done: 'Removed' }
  })
}
