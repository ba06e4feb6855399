import type { Feed } from '../feeds/feed'
import type { Post } from '../posts'
import { threadsOf } from './comments.data'

/** The newest 100 comments of a post as a feed. `site` is the deployment's address. */
export async function commentsFeed(post: Post, site: string): Promise<Feed> {
  const url = `${site}/blog/${post.slug}`
  const threads = await threadsOf(post.slug)
  const comments = threads.flatMap(({ replies, ...comment }) => [comment, ...replies])
  return {
    title: `Comments: ${post.title}`,
    description: `What readers say about “${post.title}”.`,
    home: url,
    self: `${url}/comments.xml`,
    items: comments
      .filter(({ removed }) => !removed)
      .sort((a, b) => b.at - a.at)
      .slice(0, 100)
      .map(({ id, name, html, at, editedAt }) => ({
        url: `${url}#${id}`,
        title: `${name} on ${post.title}`,
        description: html
          .replace(/<[^>]+>/g, '')
          .trim()
          .slice(0, 200),
        html,
        author: name,
        tags: [],
        publishedAt: at,
        updatedAt: editedAt ?? at,
      })),
  }
}
