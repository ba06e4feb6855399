'use server'

import { z } from 'zod'
import { viewer } from '@/_accounts/session'
import { addSuppression, liftSuppression } from '@/_audience/staff/suppression-list.data'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { acted } from '../acted'

const page = '/staff/suppressions'
const address = z.string().trim().max(254).pipe(z.email())

export async function stopAddress(data: FormData): Promise<void> {
  await acted(page, async () => {
    const read = address.safeParse(data.get('email'))
    if (!read.success) throw new AppError('invalid', 'Write an address in full.')
    await addSuppression(await viewer(), read.data, systemClock)
    return 'Nothing more is sent to this address.'
  })
}

export async function liftOne(data: FormData): Promise<void> {
  await acted(page, async () => {
    const given = { hash: String(data.get('hash')), scope: String(data.get('scope')) }
    await liftSuppression(await viewer(), given, systemClock)
    return 'Taken back.'
  })
}
