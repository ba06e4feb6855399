import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { readNotice } from '@/_privacy/acceptances.data'

/** The button of the account's notice: keeps that its reader read a version, and goes back to the sites. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const reader = await viewer()
    if (!reader) throw new AppError('unauthenticated', 'Sign in first.')
    const form = await readForm(request)
    const [document, version] = ['document', 'version'].map(name => String(form.get(name) ?? ''))
    await readNotice(reader, { document: document!, version: version! }, systemClock)
    return seeOther('/sites')
  } catch (error) {
    return toResponse(error)
  }
}
