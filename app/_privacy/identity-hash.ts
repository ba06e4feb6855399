import { createHmac } from 'node:crypto'

/**
 * What a site's list of people who refused holds instead of their identities: nobody without the site's secret
 * can ask it for an email address, and lists of two sites can't be compared.
 */
export const identityHash = (site: { secret: string }, identity: string): string =>
  createHmac('sha256', site.secret).update(`refused person\0${identity}`).digest('base64url')
