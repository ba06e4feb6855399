import { notFound, redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import type { Viewer } from '@/_accounts/viewer'
import { type SiteView, siteFor } from '@/_analytics/sites.data'
import { AppError } from '@/_platform/errors'

/**
 * The site that a page is about, for whoever asks for the page. Nobody is sent to sign in first; what is not
 * theirs is not there.
 * @param path where to come back to after signing in
 */
export async function siteHere(siteId: string, path: string): Promise<{ who: Viewer; site: SiteView }> {
  const who = await viewer()
  if (!who) redirect(`/signin?next=${encodeURIComponent(path)}`)
  try {
    return { who, site: await siteFor(who, siteId) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
