import type { PageCache } from '@/_platform/http/page-cache'
import { keptFor } from '../content-pages'

/** Renders every content page that the sitemap names before anyone asks, one after another. */
export async function warm(pages: PageCache): Promise<void> {
  const sitemap = await pages.page('/sitemap.xml', keptFor('/sitemap.xml', '')!)
  const listed = [...(sitemap?.body.raw.toString() ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)]
  for (const path of ['/', ...listed.map(([, address]) => new URL(address!).pathname)]) {
    const maxAge = keptFor(path, '')
    if (maxAge) await pages.page(path, maxAge)
  }
}
