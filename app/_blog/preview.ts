import { type Clock, day } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { sign, verify } from '@/_platform/secret'

const scope = 'blog preview'

/** A link that shows an unpublished post to whoever holds it, for seven days. */
export const previewLink = (slug: string, clock: Clock): string =>
  `${env.SITE_URL}/blog/preview?token=${encodeURIComponent(sign(scope, slug, clock() + 7 * day))}`

/** The slug that a link's token opens. @throws AppError 'invalid' or 'gone' */
export const previewedSlug = (token: string, clock: Clock): string => verify(scope, token, clock())
