import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { visiblePosts } from '../posts'
import type { TagKey } from '../tags'
import { atom } from './atom'
import type { Feed } from './feed'
import { jsonFeed } from './json-feed'
import { postsFeed } from './posts-feed'
import { rss } from './rss'

type Format = { file: string; type: string; write: (feed: Feed) => string }

/** The blog's feeds by the last part of their address. */
export const formats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', write: rss },
  atom: { file: 'atom.xml', type: 'application/atom+xml', write: atom },
  json: { file: 'feed.json', type: 'application/feed+json', write: jsonFeed },
} satisfies Record<string, Format>

/** The answer to a request for a feed, of all posts or of one tag. */
export function feedResponse(format: keyof typeof formats, tag?: TagKey): Response {
  const { file, type, write } = formats[format]
  const posts = visiblePosts(systemClock).filter(post => !tag || post.tags.includes(tag))
  const self = `/blog/${tag ? `tags/${tag}/` : ''}${file}`
  return new Response(write(postsFeed(posts, env.SITE_URL, self, tag)), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  })
}
