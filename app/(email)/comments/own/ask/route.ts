import { personEmail } from '@/_blog/comments/form'
import { askForOwnLink } from '@/_blog/comments/own.data'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { backTo, type Told } from '../../../email/back'

/** Asks for a link to one's own comment, and says the same whether or not the address is the right one. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/comments/own', async (): Promise<Told> => {
    assertSameOrigin(request.headers)
    const form = await readForm(request)
    const id = String(form.get('id') ?? '')
    const read = personEmail.safeParse(form.get('email'))
    if (!read.success) return { id, problem: 'email' }
    const address = request.headers.get('x-client-address') ?? ''
    await askForOwnLink({ id, email: read.data, address }, systemClock)
    return { id, asked: '1' }
  })
