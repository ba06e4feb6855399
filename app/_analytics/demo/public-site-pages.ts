import { chances, type Random, sampler } from './random'
import type { Touch } from './world'

export const posts = sampler<string>([
  ['/blog/when-an-ab-test-is-done', 24],
  ['/blog/counting-without-spying', 21],
  ['/blog/why-first-party', 18],
  ['/blog/what-an-opt-out-must-do', 14],
  ['/blog/reading-a-funnel', 12],
  ['/blog/retention-in-one-page', 10],
  ['/blog/a-launch-day-in-numbers', 9],
  ['/blog/sqlite-is-enough', 7],
])
const products = sampler<string>([
  ['/product/live', 20],
  ['/product/metrics', 24],
  ['/product/funnels', 22],
  ['/product/people', 18],
  ['/product/privacy', 16],
])
export const docs = sampler<string>([
  ['/docs/install', 36],
  ['/docs/api', 26],
  ['/docs/identities', 20],
  ['/docs/privacy', 18],
])

/** Kinds of page; where a visit ends, the next is `out`. */
export type Page =
  | 'home'
  | 'post'
  | 'blog'
  | 'product'
  | 'pricing'
  | 'docs'
  | 'trial'
  | 'webinars'
  | 'privacy'

export type Section = Page | 'out'

/** What people open first, by how they came. */
export const landings: Record<Touch['channel'], (random: Random) => Page> = {
  organic: chances({ post: 52, docs: 18, home: 16, product: 9, pricing: 5 }),
  social: chances({ post: 78, home: 16, product: 6 }),
  referral: chances({ post: 40, home: 38, product: 14, docs: 8 }),
  email: chances({ post: 62, webinars: 22, product: 16 }),
  paid: chances({ product: 48, pricing: 28, home: 24 }),
  direct: chances({ home: 58, blog: 14, docs: 14, pricing: 8, post: 6 }),
}

/** Where people go from a page. */
export const onward: Record<Page, (random: Random) => Section> = {
  home: chances({ out: 34, product: 26, pricing: 16, blog: 12, docs: 7, privacy: 5 }),
  post: chances({ out: 64, post: 12, home: 11, blog: 7, product: 4, privacy: 2 }),
  blog: chances({ post: 68, out: 24, webinars: 8 }),
  product: chances({ out: 30, product: 26, pricing: 28, docs: 10, privacy: 6 }),
  pricing: chances({ out: 48, product: 20, docs: 14, home: 10, privacy: 8 }),
  docs: chances({ docs: 44, out: 44, pricing: 7, product: 5 }),
  trial: chances({ docs: 70, out: 30 }),
  webinars: chances({ out: 58, post: 22, blog: 20 }),
  privacy: chances({ out: 62, home: 20, pricing: 18 }),
}

/** Mean time on a page of each kind. */
export const readingSeconds: Record<Page, number> = {
  home: 26,
  post: 105,
  blog: 18,
  product: 44,
  pricing: 38,
  docs: 80,
  trial: 55,
  webinars: 34,
  privacy: 40,
}

export function pathOf(section: Page, random: Random): string {
  if (section === 'home') return '/'
  if (section === 'post') return posts(random)
  if (section === 'product') return products(random)
  if (section === 'docs') return docs(random)
  if (section === 'privacy') return random.chance(0.25) ? '/user-privacy' : '/privacy'
  return `/${section}`
}
