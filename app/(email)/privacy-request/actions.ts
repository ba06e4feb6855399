'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'
import { requestForm } from '@/_privacy/requests/request'
import { askPrivacyOffice, openRequestState } from '@/_privacy/requests/requests.data'

export type RequestFormState = {
  typed: { kind: string; email: string; site: string; details: string; providers: string[] }
  errors: { field: string; message: string }[]
}

/** Takes the form; what was typed stays where something is wrong with it. */
export async function askForPrivacy(_before: RequestFormState, data: FormData): Promise<RequestFormState> {
  const text = (name: string) => String(data.get(name) ?? '')
  const typed = {
    kind: text('kind'),
    email: text('email'),
    site: text('site'),
    details: text('details'),
    providers: data.getAll('provider').map(String),
  }
  const read = requestForm.safeParse(typed)
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
    return { typed, errors }
  }
  const asked = await headers()
  const number = await orErrors(async () => {
    assertSameOrigin(asked)
    return askPrivacyOffice(read.data, asked.get('x-client-address') ?? '', systemClock)
  }, 'email')
  if (typeof number !== 'string') return { typed, errors: number }
  const query = new URLSearchParams({ asked: number, kind: read.data.kind })
  redirect(`/privacy-request?${query}`)
}

export type StateFormState = {
  typed: { number: string; email: string }
  errors: { field: string; message: string }[]
}

/** Opens the state of a request for whoever knows its number and its address. */
export async function openState(_before: StateFormState, data: FormData): Promise<StateFormState> {
  const typed = { number: String(data.get('number') ?? ''), email: String(data.get('email') ?? '') }
  const asked = await headers()
  const token = await orErrors(async () => {
    assertSameOrigin(asked)
    return openRequestState(typed, asked.get('x-client-address') ?? '', systemClock)
  }, 'number')
  if (typeof token !== 'string') return { typed, errors: token }
  redirect(`/privacy-request/state?${new URLSearchParams({ token })}`)
}

async function orErrors(act: () => Promise<string>, field: string) {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [{ field: error.field ?? field, message: error.message }]
  }
}
