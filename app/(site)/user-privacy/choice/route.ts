import { z } from 'zod'
import { toResponse } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'
import { optInHeader, optOutHeader } from '@/_privacy/opt-out'
import { forgetSiteOptOut, forgetTracking } from '@/_privacy/tracker-cookies'

const form = z.object({ choice: z.enum(['out', 'in']) })

/** Opts this browser out or in and shows the page again, which then says whether the browser kept it. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const read = form.safeParse(Object.fromEntries(await request.formData()))
    if (!read.success) return new Response('Choose "out" or "in".\n', { status: 400 })
    const { choice } = read.data
    const host = request.headers.get('host') ?? ''
    const cookies =
      choice === 'out' ? [optOutHeader, ...forgetTracking(host)] : [optInHeader, ...forgetSiteOptOut(host)]
    const response = new Response(null, {
      status: 303,
      headers: { Location: `/user-privacy?asked=${choice}`, 'Cache-Control': 'no-store' },
    })
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
    return response
  } catch (error) {
    return toResponse(error)
  }
}
