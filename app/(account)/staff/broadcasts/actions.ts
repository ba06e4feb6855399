'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { viewer } from '@/_accounts/session'
import { draftSchema, planSchema } from '@/_newsletters/broadcast'
import {
  cancel,
  copyBroadcast,
  pause,
  removeDraft,
  resume,
  saveDraft,
  schedule,
  sendTest,
} from '@/_newsletters/broadcasts.data'
import { systemClock } from '@/_platform/clock'
import { assertSameOrigin } from '@/_platform/http/origin'
import { turnAway } from '../../refusals'

export type Typed = Record<string, string>

export type FormState = { typed: Typed; errors: { field: string; message: string }[]; done?: string }

const typedIn = (data: FormData): Typed =>
  Object.fromEntries([...data].filter(([name]) => !name.startsWith('$')).map(([k, v]) => [k, String(v)]))

const errorsOf = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'subject'), message }))

/** What a refused verb says beside the field it names; anything else is a bug. */
function refusal(error: unknown, field: string) {
  turnAway(error)
  return [{ field: error.field ?? field, message: error.message }]
}

/** Saves a draft and shows it. What was typed is kept where something is wrong with it. */
export async function saveBroadcast(_before: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data)
  const read = draftSchema.safeParse({
    subjectB: '',
    preheader: '',
    segment: '',
    ...typed,
    listed: 'listed' in typed,
  })
  if (!read.success) return { typed, errors: errorsOf(read.error) }
  let id: string
  try {
    assertSameOrigin(await headers())
    id = await saveDraft(await viewer(), typed.id || undefined, read.data, systemClock)
  } catch (error) {
    return { typed, errors: refusal(error, 'subject') }
  }
  redirect(`/staff/broadcasts/${id}`)
}

const address = z.email('Write an address in full.')

export async function testBroadcast(_before: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data)
  const read = address.safeParse(typed.to?.trim())
  if (!read.success) return { typed, errors: [{ field: 'to', message: 'Write an address in full.' }] }
  try {
    assertSameOrigin(await headers())
    await sendTest(await viewer(), typed.id ?? '', read.data, systemClock)
  } catch (error) {
    return { typed, errors: refusal(error, 'to') }
  }
  return { typed, errors: [], done: `On its way to ${read.data}.` }
}

export async function scheduleBroadcast(_before: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data)
  const later = typed.when !== 'now'
  const read = planSchema.safeParse({
    perHour: 0,
    testPercent: 0,
    testHours: 4,
    ...typed,
    localTime: later ? (typed.localTime ?? '').slice(0, 16) : '',
    inReaderZone: later && 'inReaderZone' in typed,
  })
  if (!read.success) return { typed, errors: errorsOf(read.error) }
  if (later && !read.data.localTime)
    return { typed, errors: [{ field: 'localTime', message: 'Write a day and a time.' }] }
  try {
    assertSameOrigin(await headers())
    await schedule(await viewer(), typed.id ?? '', read.data, systemClock)
  } catch (error) {
    return { typed, errors: refusal(error, 'localTime') }
  }
  redirect(`/staff/broadcasts/${typed.id}`)
}

const moves = { pause, resume, cancel } as const

/** The buttons of a broadcast's page. */
export async function moveBroadcast(data: FormData): Promise<void> {
  const { id = '', act = '' } = typedIn(data)
  let to = `/staff/broadcasts/${encodeURIComponent(id)}`
  try {
    assertSameOrigin(await headers())
    const who = await viewer()
    if (act === 'copy') to = `/staff/broadcasts/${await copyBroadcast(who, id, systemClock)}/edit`
    else if (act === 'remove') {
      await removeDraft(who, id)
      to = '/staff/broadcasts'
    } else if (Object.hasOwn(moves, act)) await moves[act as keyof typeof moves](who, id, systemClock)
  } catch (error) {
    turnAway(error)
    to += `?problem=${encodeURIComponent(error.message)}`
  }
  redirect(to)
}
