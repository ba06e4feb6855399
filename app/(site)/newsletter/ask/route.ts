import { z } from 'zod'
import { askToSubscribe } from '@/_audience/subscribers.data'
import { isTopic } from '@/_audience/topics'
import { wordings } from '@/_audience/wordings'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'

const email = z.string().trim().max(254).pipe(z.email())

/** Takes the request of any subscribe form, and says the same whether or not the address is known. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const form = await readForm(request)
    const topics = form.getAll('topic').map(String).filter(isTopic)
    const read = email.safeParse(form.get('email'))
    if (!read.success) return seeOther('/newsletter?problem=email')
    const address = request.headers.get('x-client-address') ?? ''
    await askToSubscribe({ email: read.data, topics, wording: wordings.subscribe, address }, systemClock)
    return seeOther('/newsletter?asked=1')
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return seeOther('/newsletter?problem=often')
    return toResponse(error)
  }
}
