import { allPosts, type Post } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { publishedAt } from './published'

export type { Post }

/** The posts a reader may see now, newest first. */
export const visiblePosts = (clock: Clock): Post[] => publishedAt(allPosts, clock())

/**
 * The visible post under a slug, or the slug it has moved to, or nothing.
 * @param unpublished also finds drafts and what is scheduled, for whoever previews
 */
export function findPost(
  slug: string,
  clock: Clock,
  unpublished = false,
): { post: Post } | { movedTo: string } | undefined {
  const posts = unpublished ? allPosts : visiblePosts(clock)
  const post = posts.find(candidate => candidate.slug === slug)
  if (post) return { post }
  const moved = posts.find(candidate => candidate.formerSlugs.includes(slug))
  return moved && { movedTo: moved.slug }
}
