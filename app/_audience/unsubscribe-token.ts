import { sign, verify } from '@/_platform/secret'

/** An unsubscription link has no end: mail is kept for years, and its wish must still be heard. */
const never = Date.UTC(9999, 0)

/** Whoever holds it may end mail of this scope to this address, and no more. */
export const unsubscribeToken = (toHash: string, scope: string): string =>
  sign('unsubscribe', JSON.stringify([toHash, scope]), never)

/** @param now Unix ms @throws AppError 'invalid' when it is none of ours */
export function readUnsubscribeToken(token: string, now: number): { toHash: string; scope: string } {
  const [toHash, scope] = JSON.parse(verify('unsubscribe', token, now)) as [string, string]
  return { toHash, scope }
}
