import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { proveRequest } from '@/_privacy/requests/requests.data'
import { backTo } from '../../../email/back'

/** The press on the page of the link from the mail. The token is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/privacy-request/proof', async () => {
    const token = String((await readForm(request)).get('token') ?? '')
    return { proven: await proveRequest(token, systemClock) }
  })
