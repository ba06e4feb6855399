import { AppError } from '@/_platform/errors'

type Dated = { slug: string; publishedAt: number; draft: boolean }

/** What readers may see at `now` (Unix ms): no drafts, nothing scheduled for later. Newest first. */
export function publishedAt<T extends Dated>(posts: readonly T[], now: number): T[] {
  return posts
    .filter(post => !post.draft && post.publishedAt <= now)
    .sort((a, b) => b.publishedAt - a.publishedAt || a.slug.localeCompare(b.slug))
}

/** Posts by the year (UTC) they were published in, newest year first. */
export function byYear<T extends Dated>(posts: readonly T[]): { year: number; posts: T[] }[] {
  const years = new Map<number, T[]>()
  for (const post of posts) {
    const year = new Date(post.publishedAt).getUTCFullYear()
    years.set(year, [...(years.get(year) ?? []), post])
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, of]) => ({ year, posts: of }))
}

/** The posts before and after one, in a list ordered newest first. */
export function neighbours<T extends Dated>(posts: readonly T[], slug: string): { newer?: T; older?: T } {
  const at = posts.findIndex(post => post.slug === slug)
  if (at < 0) throw new AppError('not_found', 'There is no such post.')
  return { newer: posts[at - 1], older: posts[at + 1] }
}

/** Up to `limit` other posts that share the most tags, newer ones first among equals. */
export function related<T extends Dated & { tags: readonly string[] }>(
  posts: readonly T[],
  post: T,
  limit = 3,
): T[] {
  const shared = (other: T) => other.tags.filter(tag => post.tags.includes(tag)).length
  return posts
    .filter(other => other.slug !== post.slug && shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a) || b.publishedAt - a.publishedAt)
    .slice(0, limit)
}
