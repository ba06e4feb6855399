import { unsubscribe } from '@/_audience/unsubscribe.data'
import { wordings } from '@/_audience/wordings'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { backTo } from '../../back'

/** The press on the unsubscription page. The token from the mail is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/email/unsubscribe', async () => {
    const token = String((await readForm(request)).get('token') ?? '')
    const address = request.headers.get('x-client-address') ?? ''
    await unsubscribe(token, { wording: wordings.unsubscribe, address }, systemClock)
    return { token }
  })
