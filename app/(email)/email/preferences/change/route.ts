import { changeSchema } from '@/_audience/preference-change'
import { changePreferences } from '@/_audience/preferences.data'
import { systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'
import { backTo, type Told } from '../../back'

/** Any button of the settings page. The token from the mail is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/email/preferences', async (): Promise<Told> => {
    const form = await readForm(request)
    const read = changeSchema.safeParse({
      act: form.get('act'),
      topics: form.getAll('topic'),
      frequency: form.get('frequency'),
      measured: form.get('measured') !== null,
      zone: form.get('zone') ?? undefined,
      days: Number(form.get('days')),
    })
    if (!read.success) throw new AppError('invalid', 'That choice does not exist.')
    const token = String(form.get('token') ?? '')
    await changePreferences(token, read.data, request.headers.get('x-client-address') ?? '', systemClock)
    return read.data.act === 'erase' ? { done: 'erased' } : { token, done: '1' }
  })
