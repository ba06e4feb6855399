import { acts, decideByLink } from '@/_blog/comments/moderation.data'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'
import { backTo } from '../../../email/back'

/** A decision by a mailed link; the token is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/comments/decide', async () => {
    const form = await readForm(request)
    const token = String(form.get('token') ?? '')
    const act = acts.find(one => one === form.get('act'))
    if (!act || act === 'ban') throw new AppError('invalid', 'There is no such decision.')
    await decideByLink(token, act, systemClock)
    return { token, done: '1' }
  })
