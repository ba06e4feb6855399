import { hour } from '@/_platform/clock'
import { sign, verify } from '@/_platform/secret'

export const preferencesLast = hour

/** Whoever holds it may read and change everything about this address's mail, for an hour. @param now Unix ms */
export const preferencesToken = (emailHash: string, now: number): string =>
  sign('preferences', emailHash, now + preferencesLast)

/** @returns the hash of the address @throws AppError 'invalid' when it is none of ours, 'gone' when it has expired */
export const readPreferencesToken = (token: string, now: number): string => verify('preferences', token, now)
