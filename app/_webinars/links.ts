import { env } from '@/_platform/env'
import { sign, verify } from '@/_platform/secret'

/** Links of a registration work until long after the webinar: what they may do depends on its own time. */
const never = Date.UTC(9999, 0)

const link = (page: string, id: string) =>
  `${env.SITE_URL}/webinars/${page}?token=${sign(`webinar ${page}`, id, never)}`

/** Whoever holds it may see, change and cancel the registration. */
export const mineLink = (id: string): string => link('mine', id)

/** Whoever holds it may join as this person. It can change nothing else. */
export const joinLink = (id: string): string => link('join', id)

/** The registration's id. @param now Unix ms @throws AppError 'invalid' when it is none of ours */
export const readMine = (token: string, now: number): string => verify('webinar mine', token, now)
export const readJoin = (token: string, now: number): string => verify('webinar join', token, now)
