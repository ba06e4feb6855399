import { env } from '@/_platform/env'
import { sign, verify } from '@/_platform/secret'

/** Links in mail are pressed years later, and must still lead where they led. */
const never = Date.UTC(9999, 0)

export const openPath = '/email/open/'
export const clickPath = '/email/click/'

/** The image that a mail program loads when a message is opened. */
export const openImage = (messageId: string): string =>
  `${env.SITE_URL}${openPath}${sign('mail open', messageId, never)}.gif`

/** A counted link. Where it leads stands in what is signed: nobody can make one that leads elsewhere. */
export const clickLink = (messageId: string, url: string): string =>
  `${env.SITE_URL}${clickPath}${sign('mail click', JSON.stringify([messageId, url]), never)}`

/** @param now Unix ms @throws AppError 'invalid' */
export const readOpen = (token: string, now: number): string => verify('mail open', token, now)

/** @param now Unix ms @throws AppError 'invalid' */
export function readClick(token: string, now: number): { messageId: string; url: string } {
  const [messageId, url] = JSON.parse(verify('mail click', token, now)) as [string, string]
  return { messageId, url }
}
