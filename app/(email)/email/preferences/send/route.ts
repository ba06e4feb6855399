import { sendPreferencesLink } from '@/_audience/preferences.data'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { backTo } from '../../back'

/** Mails the link to all settings to the address of the mail whose link this is. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/email/preferences', async () => {
    const token = String((await readForm(request)).get('token') ?? '')
    await sendPreferencesLink(token, request.headers.get('x-client-address') ?? '', systemClock)
    return { asked: '1' }
  })
