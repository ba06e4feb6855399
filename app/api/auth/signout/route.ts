import { cookies, headers } from 'next/headers'
import { decodeSession, sessionCookie, sessionCookieOptions } from '@/_accounts/session-cookie'
import { endSession } from '@/_accounts/sessions.data'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

/** Ends the session on the server and in the browser, from a plain form on any page. */
export async function POST(): Promise<Response> {
  try {
    assertSameOrigin(await headers())
    const jar = await cookies()
    const token = await decodeSession(jar.get(sessionCookie.name)?.value ?? '')
    if (token) await endSession(token, systemClock)
    jar.set(sessionCookie.name, '', { ...sessionCookieOptions, maxAge: 0 })
    return new Response(null, { status: 303, headers: { Location: '/' } })
  } catch (error) {
    return toResponse(error)
  }
}
