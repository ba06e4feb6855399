'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { createToken, endToken } from '@/_analytics/ownership/api-tokens.data'
import {
  archiveSite,
  deleteSite,
  keepSite,
  rotateSecret,
  transferSite,
} from '@/_analytics/ownership/site-owner.data'
import { acting, type FormState, textOf } from '../../../form-state'

const again = (data: FormData) => revalidatePath(`/sites/${textOf(data, 'site')}`, 'layout')

export async function makeToken(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'name', async () => {
    const scopes = [...data.keys()].filter(name => name.startsWith('may:')).map(name => name.slice(4))
    const shown = await createToken(await viewer(), textOf(data, 'site'), {
      name: textOf(data, 'name'),
      scopes,
    })
    again(data)
    return { done: 'The token, shown this once:', shown }
  })
}

export async function stopToken(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'token', async () => {
    await endToken(await viewer(), textOf(data, 'site'), textOf(data, 'token'))
    again(data)
    return { done: 'Ended' }
  })
}

export async function newSecret(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'secret', async () => {
    const shown = await rotateSecret(await viewer(), textOf(data, 'site'))
    return { done: 'The new secret, shown this once:', shown }
  })
}

export async function setArchived(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'archive', async () => {
    const archived = textOf(data, 'archived') === 'yes'
    await archiveSite(await viewer(), textOf(data, 'site'), archived)
    again(data)
    return { done: archived ? 'Archived' : 'Collecting again' }
  })
}

export async function giveAway(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'to', async () => {
    await transferSite(await viewer(), textOf(data, 'site'), textOf(data, 'to'))
    again(data)
    return { done: 'Transferred' }
  })
}

export async function removeSite(_before: FormState, data: FormData): Promise<FormState> {
  const state = await acting(data, 'typed', async () => {
    await deleteSite(await viewer(), textOf(data, 'site'), textOf(data, 'typed'))
    again(data)
    return {}
  })
  if (state.errors.length > 0) return state
  redirect('/sites')
}

export async function bringBack(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'keep', async () => {
    await keepSite(await viewer(), textOf(data, 'site'))
    again(data)
    return { done: 'The site stays' }
  })
}
