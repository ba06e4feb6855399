import { brand } from '@/brand'
import { authors } from '../authors'
import { blog } from '../blog'
import type { Post } from '../posts'
import { type TagKey, tags } from '../tags'
import type { Feed, FeedItem } from './feed'

/** The newest 30 of the given posts as a feed. `site` is the deployment's address; `self` the feed's path. */
export function postsFeed(posts: readonly Post[], site: string, self: string, tag?: TagKey): Feed {
  return {
    title: tag ? `${brand.name} blog: ${tags[tag].name}` : `${brand.name} blog`,
    description: tag ? tags[tag].about : blog.description,
    home: `${site}/blog${tag ? `/tags/${tag}` : ''}`,
    self: site + self,
    items: posts.slice(0, 30).map(post => itemOf(post, site)),
  }
}

function itemOf(post: Post, site: string): FeedItem {
  const url = `${site}/blog/${post.slug}`
  return {
    url,
    title: post.title,
    description: post.description,
    html: absolute(post.html, url, site),
    author: authors[post.author].name,
    tags: post.tags.map(tag => tags[tag].name),
    publishedAt: post.publishedAt,
    updatedAt: post.updatedAt,
  }
}

/** A feed is read elsewhere: links into the page or the site get their full address. */
const absolute = (html: string, page: string, site: string): string =>
  html.replaceAll('href="#', `href="${page}#`).replace(/(href|src)="\/(?!\/)/g, `$1="${site}/`)
