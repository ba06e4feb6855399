import { allPosts, type Post } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { publishedAt } from './published'

export type { Post }

/** The posts a reader may see now, newest first. */
export const visiblePosts = (clock: Clock): Post[] => publishedAt(allPosts, clock())

/** The visible post under a slug, or the slug it has moved to, or nothing. */
export function findPost(slug: string, clock: Clock): { post: Post } | { movedTo: string } | undefined {
  const posts = visiblePosts(clock)
  const post = posts.find(candidate => candidate.slug === slug)
  if (post) return { post }
  const moved = posts.find(candidate => candidate.formerSlugs.includes(slug))
  return moved && { movedTo: moved.slug }
}
