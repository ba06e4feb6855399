import { type Feed, type FeedItem, lastChange, xml } from './feed'

const utc = (at: number) => new Date(at).toUTCString()

const itemOf = (item: FeedItem) => `<item>
<title>${xml(item.title)}</title>
<link>${xml(item.url)}</link>
<guid isPermaLink="true">${xml(item.url)}</guid>
<pubDate>${utc(item.publishedAt)}</pubDate>
<dc:creator>${xml(item.author)}</dc:creator>
${item.tags.map(tag => `<category>${xml(tag)}</category>`).join('')}
<description>${xml(item.description)}</description>
<content:encoded>${xml(item.html)}</content:encoded>
</item>`

/** RSS 2.0 with the full text in content:encoded. */
export const rss = (feed: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${xml(feed.title)}</title>
<link>${xml(feed.home)}</link>
<description>${xml(feed.description)}</description>
<language>en</language>
<lastBuildDate>${utc(lastChange(feed))}</lastBuildDate>
<atom:link href="${xml(feed.self)}" rel="self" type="application/rss+xml"/>
${feed.items.map(itemOf).join('\n')}
</channel>
</rss>
`
