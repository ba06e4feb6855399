import { recordOwn } from '@/_analytics/own-event'
import { fieldErrors } from '@/_blog/comments/form'
import { systemClock } from '@/_platform/clock'
import { keepDraft, typedIn } from '@/_platform/drafts'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { registrationForm } from '@/_webinars/registration-form'
import { register } from '@/_webinars/registrations.data'

/** Takes a registration, and says the same whether or not the address was registered before. */
export async function POST(request: Request): Promise<Response> {
  let typed: Record<string, string> = {}
  const refuse = (errors: { field: string; message: string }[]) =>
    seeOther(`/webinars/draft?id=${keepDraft({ typed, errors }, systemClock)}`)
  try {
    assertSameOrigin(request.headers)
    typed = typedIn(await readForm(request))
    const read = registrationForm.safeParse(typed)
    if (!read.success) return refuse(fieldErrors(read.error))
    await register(read.data, { address: request.headers.get('x-client-address') ?? '' }, systemClock)
    recordOwn(request.headers, 'Registered for Webinar', { webinar: read.data.webinar })
    return seeOther(`/webinars/${encodeURIComponent(read.data.webinar)}/registered`)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'forbidden') return toResponse(error)
    return refuse([{ field: error.field ?? 'email', message: error.message }])
  }
}
