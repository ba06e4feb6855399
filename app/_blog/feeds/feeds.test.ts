import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { atom } from './atom'
import type { Feed } from './feed'
import { jsonFeed } from './json-feed'
import { rss } from './rss'

const html = '<p>Fish &amp; chips, <em>"quoted"</em> ]]&gt; <code>a &lt; b</code></p>'
const feed: Feed = {
  title: 'Notes & <queries>',
  description: 'What "they" said',
  home: 'https://example.org/blog',
  self: 'https://example.org/blog/feed?a=1&b=2',
  items: [
    {
      url: 'https://example.org/blog/one',
      title: "Rock 'n' roll\u0007 < jazz",
      description: 'A & B',
      html,
      author: 'The desk',
      tags: ['Privacy', 'R & D'],
      publishedAt: Date.parse('2026-11-24T08:00:00Z'),
      updatedAt: Date.parse('2026-11-25T08:00:00Z'),
    },
  ],
}

test('RSS says all of it to a parser', () => {
  const read = parseRssFeed(rss(feed))
  expect(read).toMatchObject({ title: feed.title, link: feed.home, description: feed.description })
  expect(read.items?.[0]).toMatchObject({
    title: "Rock 'n' roll < jazz",
    link: 'https://example.org/blog/one',
    pubDate: 'Tue, 24 Nov 2026 08:00:00 GMT',
    content: { encoded: html },
    categories: [{ name: 'Privacy' }, { name: 'R & D' }],
  })
})

test('Atom says all of it to a parser', () => {
  const read = parseAtomFeed(atom(feed))
  expect(read).toMatchObject({ title: { value: feed.title }, updated: '2026-11-25T08:00:00.000Z' })
  expect(read.entries?.[0]).toMatchObject({
    id: 'https://example.org/blog/one',
    published: '2026-11-24T08:00:00.000Z',
    updated: '2026-11-25T08:00:00.000Z',
    content: { value: html, type: 'html' },
  })
})

test('JSON Feed says all of it to a parser', () => {
  const read = parseJsonFeed(jsonFeed(feed))
  expect(read).toMatchObject({ title: feed.title, feed_url: feed.self })
  expect(read.items?.[0]).toMatchObject({ content_html: html, tags: ['Privacy', 'R & D'] })
})

test('a feed without posts is still a feed', () => {
  const empty = { ...feed, items: [] }
  expect(parseAtomFeed(atom(empty)).updated).toBe('1970-01-01T00:00:00.000Z')
  expect(parseRssFeed(rss(empty)).title).toBe(feed.title)
})
