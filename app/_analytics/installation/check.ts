import type { Viewer } from '@/_accounts/viewer'
import { type Clock, minute, systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { type SafeFetchOptions, safeFetch } from '@/_platform/http/safe-fetch'
import { takeOrRefuse } from '@/_platform/limits.data'
import { brand } from '@/brand'
import { siteFor } from '../sites.data'
import { type PageFindings, readPage } from './read-page'

/** `unreachable` carries what went wrong, in words for the owner. */
export type Installation = ({ url: string } & PageFindings) | { unreachable: string }

/** So that nobody makes this server knock on somebody's door all day. */
const checks = { name: 'installation check', burst: 5, every: minute }

/**
 * Fetches the page at the site's own address and looks for the tracker and for a link to the opt-out page.
 * @throws AppError as siteFor; 'too_many' after five checks within a minute or so
 */
export async function checkInstallation(
  viewer: Viewer | null,
  siteId: string,
  clock: Clock = systemClock,
  options: SafeFetchOptions = {},
): Promise<Installation> {
  const site = await siteFor(viewer, siteId)
  await takeOrRefuse(checks, site.id, clock)
  try {
    const userAgent = `Mozilla/5.0 (compatible; ${brand.name} installation check; +${env.SITE_URL})`
    const page = await safeFetch(site.url, { userAgent, ...options })
    if (page.status >= 400) return { unreachable: `The page answered with status ${page.status}.` }
    return { url: page.url, ...readPage(page, { siteUrl: env.SITE_URL, key: site.key }) }
  } catch (error) {
    if (error instanceof AppError) return { unreachable: error.message }
    throw error
  }
}
