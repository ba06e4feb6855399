import { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import { authOptions } from './auth'
import type { Viewer } from './viewer'

/**
 * Who is signed in in the browser that asked, or null. For server components, actions and route handlers; one
 * read a request, however many ask.
 */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession<ReturnType<typeof authOptions>, { viewer?: Viewer }>(authOptions())
  return session?.viewer ?? null
})
