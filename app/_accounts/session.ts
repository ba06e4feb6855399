import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import { systemClock } from '@/_platform/clock'
import { authOptions } from './auth'
import { decodeSession, sessionCookie } from './session-cookie'
import { readSession } from './sessions.data'
import type { Viewer } from './viewer'

/**
 * Who is signed in in the browser that asked, or null. For server components, actions and route handlers; one
 * read a request, however many ask.
 */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession<ReturnType<typeof authOptions>, { viewer?: Viewer }>(authOptions())
  return session?.viewer ?? null
})

/**
 * As viewer(), for an answer that goes on after the request, like a stream: takes the browser's session now, and
 * gives a function that says who it stands for whenever that is asked.
 */
export async function viewerFromNowOn(): Promise<() => Promise<Viewer | null>> {
  const jar = await cookies()
  const token = await decodeSession(jar.get(sessionCookie.name)?.value ?? '')
  return async () => (token ? readSession(token, systemClock) : null)
}
