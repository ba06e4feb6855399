import { type Clock, minute } from '@/_platform/clock'
import { cookie } from '@/_platform/http/caller'
import { sign, verify } from '@/_platform/secret'

/** How long a writer may change a comment by the cookie that its sending left: 15 minutes. */
export const ownFor = 15 * minute

/** Signed ids of the comments that this browser sent a moment ago. */
export const ownCookie = {
  name: '__Host-comments',
  attributes: 'Path=/; Secure; HttpOnly; SameSite=Lax',
} as const

const scope = 'own comments'

/** The comments that the browser may change. A cookie that is none of ours names none. */
export function ownIds(cookieHeader: string | null, clock: Clock): string[] {
  const value = cookie(cookieHeader ?? undefined, ownCookie.name)
  if (!value) return []
  try {
    return verify(scope, value, clock()).split(',')
  } catch {
    return []
  }
}

/** The Set-Cookie header after one more comment; the newest ten are kept. */
export function ownHeader(ids: string[], clock: Clock): string {
  const value = sign(scope, ids.slice(-10).join(','), clock() + ownFor)
  return `${ownCookie.name}=${value}; ${ownCookie.attributes}; Max-Age=${ownFor / 1000}`
}
