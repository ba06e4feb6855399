import type { AuthOptions } from 'next-auth'
import { systemClock } from '@/_platform/clock'
import { log } from '@/_platform/log'
import { authSecret, decodeSession, encodeSession, sessionCookie } from './session-cookie'
import { readSession, sessionLasts } from './sessions.data'

/**
 * next-auth, told where our truth is: its token carries a session's token, and each read looks that session up,
 * so one that was ended or has expired is nobody's at once.
 */
export const authOptions = (): AuthOptions => ({
  providers: [],
  secret: authSecret(),
  session: { strategy: 'jwt', maxAge: sessionLasts.absolute / 1000 },
  useSecureCookies: true,
  cookies: { sessionToken: { name: sessionCookie.name, options: sessionCookie.attributes } },
  logger: {
    error: (code, about) => log.error({ code, err: about }, 'next-auth failed'),
    // It wants NEXTAUTH_URL for routes of its own, which are not served.
    warn: code => log.debug({ code }, 'next-auth warns'),
    debug: code => log.trace({ code }, 'next-auth'),
  },
  jwt: {
    encode: ({ token }) => encodeSession(String(token?.session ?? '')),
    decode: async ({ token }) => ({ session: (token && (await decodeSession(token))) || '' }),
  },
  callbacks: {
    session: async ({ session, token }) => {
      const viewer = await readSession(String(token.session), systemClock)
      return { expires: session.expires, ...(viewer && { viewer }) }
    },
  },
})
