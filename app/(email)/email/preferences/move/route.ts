import { z } from 'zod'
import { askToMove } from '@/_audience/moves.data'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'
import { backTo, type Told } from '../../back'

const email = z.string().trim().max(254).pipe(z.email())

/** Asks to move to another address. The token from the mail is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/email/preferences', async (): Promise<Told> => {
    const form = await readForm(request)
    const token = String(form.get('token') ?? '')
    const read = email.safeParse(form.get('email'))
    if (!read.success) return { token, problem: 'email' }
    try {
      await askToMove(token, read.data, systemClock)
    } catch (error) {
      if (error instanceof AppError && error.field === 'email') return { token, problem: 'same' }
      if (error instanceof AppError && error.code === 'too_many') return { token, problem: 'moves' }
      throw error
    }
    return { token, done: 'moving' }
  })
