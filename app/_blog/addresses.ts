import { allLegals } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { webinars } from '@/_webinars/webinars'
import { docsInOrder } from './docs'
import { visiblePosts } from './posts'
import { products } from './product'
import { tags } from './tags'

/** A public page's path, and when it last changed (Unix ms) where that is known. */
export type Address = { path: string; changedAt?: number }

/** Pages that are no content of a collection, each with the words of its link preview. */
const fixed: Record<string, string> = {
  '/': 'Analytics that keeps its word',
  '/product': 'What it does, page by page',
  '/pricing': 'Pricing',
  '/blog': 'Measuring without spying',
  '/webinars': 'Webinars',
  '/docs': 'Documentation',
  '/docs/url-builder': 'URL builder',
  '/trial': 'Start the trial',
  '/about': 'About',
  '/security': 'Security',
  '/contact': 'Write to us',
  '/privacy': 'Privacy policy',
  '/privacy/promises': 'What is checked',
  '/terms': 'Terms of service',
  '/providers': 'Service providers',
  '/cookies': 'Cookies',
  '/transparency': 'Transparency',
  '/legal': 'Legal texts',
  '/user-privacy': 'Opt this browser out',
  '/live': 'This site, live',
  '/trends': 'Trends over all sites',
  '/newsletter': 'Newsletter',
  '/newsletter/archive': 'Newsletters sent',
}

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
    ...Object.keys(fixed).map(path => ({ path, ...changed(path) })),
    ...products.map(({ slug }) => ({ path: `/product/${slug}` })),
    ...docsInOrder.map(({ slug }) => ({ path: `/docs/${slug}` })),
    ...webinars.map(({ slug }) => ({ path: `/webinars/${slug}` })),
    ...Object.keys(tags).map(tag => ({ path: `/blog/tags/${tag}` })),
    ...visiblePosts(clock).map(({ slug, updatedAt }) => ({ path: `/blog/${slug}`, changedAt: updatedAt })),
  ]
}

/** What stands on the picture of a link preview: the kind of page, and its title. Posts draw their own. */
export type Pictured = { path: string; kind: string; title: string }

/** Every page whose picture the build draws. */
export const picturedPages = (): Pictured[] => [
  ...Object.entries(fixed).map(([path, title]) => ({ path, kind: '', title })),
  ...products.map(({ slug, title }) => ({ path: `/product/${slug}`, kind: 'Product', title })),
  ...docsInOrder.map(({ slug, title }) => ({ path: `/docs/${slug}`, kind: 'Docs', title })),
  ...webinars.map(({ slug, title }) => ({ path: `/webinars/${slug}`, kind: 'Webinar', title })),
  ...Object.entries(tags).map(([tag, { name }]) => ({
    path: `/blog/tags/${tag}`,
    kind: 'Blog',
    title: name,
  })),
]
