import { type Feed, type FeedItem, lastChange, xml } from './feed'

const iso = (at: number) => new Date(at).toISOString()

const entryOf = (item: FeedItem) => `<entry>
<id>${xml(item.url)}</id>
<title>${xml(item.title)}</title>
<link href="${xml(item.url)}"/>
<published>${iso(item.publishedAt)}</published>
<updated>${iso(item.updatedAt)}</updated>
<author><name>${xml(item.author)}</name></author>
${item.tags.map(tag => `<category term="${xml(tag)}"/>`).join('')}
<summary>${xml(item.description)}</summary>
<content type="html">${xml(item.html)}</content>
</entry>`

/** Atom 1.0 (RFC 4287) with the full text. */
export const atom = (feed: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${xml(feed.self)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.description)}</subtitle>
<link href="${xml(feed.home)}"/>
<link href="${xml(feed.self)}" rel="self" type="application/atom+xml"/>
<updated>${iso(lastChange(feed))}</updated>
${feed.items.map(entryOf).join('\n')}
</feed>
`
