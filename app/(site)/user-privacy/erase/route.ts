import { askLimit, eraseOwnBrowser } from '@/_analytics/reports/own-browser'
import { systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { takeOrRefuse } from '@/_platform/limits.data'
import { log } from '@/_platform/log'
import { browserId } from '@/_privacy/browser-id'
import { forgetTracking } from '@/_privacy/tracker-cookies'

/** Erases what is held under this browser's own random number on this site, and the number itself (promise P7). */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    await takeOrRefuse(askLimit, addressBlock(request.headers.get('x-client-address') ?? ''), systemClock)
    const id = browserId(request.headers.get('cookie'))
    await eraseOwnBrowser(id)
    // The page that held the button says goodbye under the old number once the answer is there.
    setTimeout(
      () => void eraseOwnBrowser(id).catch(error => log.warn({ err: error }, 'a late hit stays')),
      5000,
    ).unref()
    const response = seeOther('/user-privacy?asked=erased')
    for (const cookie of forgetTracking(request.headers.get('host') ?? ''))
      response.headers.append('Set-Cookie', cookie)
    return response
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return seeOther('/user-privacy?problem=often')
    if (error instanceof AppError && error.code === 'unavailable')
      return seeOther('/user-privacy?problem=busy')
    return toResponse(error)
  }
}
