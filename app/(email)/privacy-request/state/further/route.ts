import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { escalate } from '@/_privacy/requests/requests.data'
import { backTo } from '../../../email/back'

/** Takes a complaint to its next stage. The token of the state page is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/privacy-request/state', async () => {
    const token = String((await readForm(request)).get('token') ?? '')
    await escalate(token, systemClock)
    return { token }
  })
