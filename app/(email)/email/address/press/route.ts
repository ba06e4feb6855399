import { confirmMove } from '@/_audience/moves.data'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { backTo } from '../../back'

/** The press on the page of a change of address. The token from the mail is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/email/address', async () => {
    const token = String((await readForm(request)).get('token') ?? '')
    await confirmMove(token, request.headers.get('x-client-address') ?? '', systemClock)
    return { token }
  })
