import { allLegals } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { webinars } from '@/_webinars/webinars'
import { docsInOrder } from './docs'
import { visiblePosts } from './posts'
import { products } from './product'
import { tags } from './tags'

/** A public page's path, and when it last changed (Unix ms) where that is known. */
export type Address = { path: string; changedAt?: number }

const fixed = [
  '/',
  '/product',
  '/pricing',
  '/blog',
  '/webinars',
  '/docs',
  '/docs/url-builder',
  '/about',
  '/security',
  '/contact',
  '/newsletter',
  '/newsletter/archive',
  '/privacy',
  '/privacy/promises',
  '/terms',
  '/providers',
  '/cookies',
  '/transparency',
  '/legal',
  '/user-privacy',
  '/live',
  '/trends',
  '/newsletter',
]

/** Every page that search engines may list, now. */
export function publicAddresses(clock: Clock): Address[] {
  const legalChange = (path: string) => {
    const days = allLegals.filter(({ document, draft }) => `/${document}` === path && !draft)
    return Math.max(...days.map(({ effective }) => Date.parse(effective)))
  }
  const changed = (path: string) => {
    const at = legalChange(path)
    return Number.isFinite(at) ? { changedAt: at } : {}
  }
  return [
    ...fixed.map(path => ({ path, ...changed(path) })),
    ...products.map(({ slug }) => ({ path: `/product/${slug}` })),
    ...docsInOrder.map(({ slug }) => ({ path: `/docs/${slug}` })),
    ...webinars.map(({ slug }) => ({ path: `/webinars/${slug}` })),
    ...Object.keys(tags).map(tag => ({ path: `/blog/tags/${tag}` })),
    ...visiblePosts(clock).map(({ slug, updatedAt }) => ({ path: `/blog/${slug}`, changedAt: updatedAt })),
  ]
}
