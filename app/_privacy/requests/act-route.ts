import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { actOnRequest } from './act'

/** Answers the office's form: back to its page at `path`, with what was wrong when something was. */
export async function answerOfficeForm(request: Request, path: string): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    await actOnRequest(await viewer(), await readForm(request), systemClock)
    return seeOther(path)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'conflict' || error.code === 'invalid'))
      return seeOther(`${path}?${new URLSearchParams({ problem: error.message })}`)
    return toResponse(error)
  }
}
