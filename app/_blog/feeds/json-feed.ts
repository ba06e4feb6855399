import type { Feed } from './feed'

const iso = (at: number) => new Date(at).toISOString()

/** JSON Feed 1.1 with the full text. */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: 'en',
    items: feed.items.map(item => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.description,
      content_html: item.html,
      date_published: iso(item.publishedAt),
      date_modified: iso(item.updatedAt),
      authors: [{ name: item.author }],
      tags: item.tags,
    })),
  })
