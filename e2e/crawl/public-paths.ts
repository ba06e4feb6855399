import type { APIRequestContext } from '@playwright/test'

/** Every page that the sitemap names. */
export async function listedPaths(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text()
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url!).pathname)
}

/** Public pages that are no search engine's business, and the pages that answer what is not there or has failed. */
export const unlisted = [
  '/signin',
  '/display',
  '/blog/search?q=cookies',
  '/docs/search?q=alias',
  '/docs/url-builder?method=record',
  '/contact?sent=1',
  '/user-privacy?held=1',
  '/email/preferences',
  '/privacy-request',
  '/nothing-here',
  '/broken',
]
