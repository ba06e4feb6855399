import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'
import { registrationChange } from '@/_webinars/registration-form'
import { cancelRegistration, changeRegistration, takeOffer } from '@/_webinars/registrations.data'
import { backTo, type Told } from '../../../email/back'

/** A change of one's registration; the token of the mailed link is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/webinars/mine', async (): Promise<Told> => {
    const form = await readForm(request)
    const token = String(form.get('token') ?? '')
    const act = form.get('act')
    if (act === 'cancel') {
      await cancelRegistration(token, systemClock)
      return { token }
    }
    if (act === 'take') {
      await takeOffer(token, systemClock).catch(error => {
        if (!(error instanceof AppError && error.code === 'gone')) throw error
      })
      return { token }
    }
    const read = registrationChange.safeParse({ name: form.get('name'), website: form.get('website') ?? '' })
    if (!read.success) return { token, problem: String(read.error.issues[0]?.path[0] ?? 'name') }
    await changeRegistration(token, read.data, systemClock)
    return { token, changed: '1' }
  })
