import { decode, encode } from 'next-auth/jwt'
import { derivedKey } from '@/_platform/secret'
import { sessionLasts } from './sessions.data'

/** The one cookie of signing in. `__Host-` binds it to this very host, over https or localhost. */
export const sessionCookie = {
  name: '__Host-session',
  attributes: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' },
} as const

/** What next-auth encrypts its cookies with. */
export const authSecret = (): string => derivedKey('next-auth').toString('base64url')

const maxAge = sessionLasts.absolute / 1000

/** The cookie's value: next-auth's encrypted token, holding the session's token and nothing about its user. */
export const encodeSession = (token: string): Promise<string> =>
  encode({ token: { session: token }, secret: authSecret(), maxAge })

/** The session's token in a cookie's value, or null when it was not made here. */
export async function decodeSession(value: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret: authSecret() })
    return typeof token?.session === 'string' ? token.session : null
  } catch {
    return null
  }
}

export const sessionCookieOptions = { ...sessionCookie.attributes, maxAge }
