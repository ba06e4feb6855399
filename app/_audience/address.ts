import { keyedHash } from '@/_platform/secret'

/** One spelling of an address: trimmed, lower case. Mail hosts that tell case apart are not met in practice. */
export const normalAddress = (email: string): string => email.trim().toLowerCase()

/** The name an address has in suppressions: finds it again, says nothing of it. */
export const addressHash = (email: string): string => keyedHash('address', normalAddress(email))

/** `a•••@example.com`: enough for its owner to know it, not enough for anybody else. */
export function maskedAddress(email: string): string {
  const [local = '', domain = ''] = email.split('@')
  return `${local.slice(0, 1)}•••@${domain}`
}
