'use server'

import { viewer } from '@/_accounts/session'
import { giveUpMessage, retryMessage } from '@/_audience/staff/outbox-list.data'
import { systemClock } from '@/_platform/clock'
import { acted } from '../acted'

const page = '/staff/outbox'

export async function retry(data: FormData): Promise<void> {
  await acted(page, async () => {
    await retryMessage(await viewer(), String(data.get('id')), systemClock)
    return 'It is tried again now.'
  })
}

export async function giveUp(data: FormData): Promise<void> {
  await acted(page, async () => {
    await giveUpMessage(await viewer(), String(data.get('id')))
    return 'Given up.'
  })
}
