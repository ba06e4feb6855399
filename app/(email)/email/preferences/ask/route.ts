import { z } from 'zod'
import { askForPreferences } from '@/_audience/preferences.data'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { backTo, type Told } from '../../back'

const email = z.string().trim().max(254).pipe(z.email())

/** Asks for a link by mail, and says the same whether or not the address is known. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/email/preferences', async (): Promise<Told> => {
    assertSameOrigin(request.headers)
    const read = email.safeParse((await readForm(request)).get('email'))
    if (!read.success) return { problem: 'email' }
    await askForPreferences(read.data, request.headers.get('x-client-address') ?? '', systemClock)
    return { asked: '1' }
  })
