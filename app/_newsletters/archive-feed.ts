import { topics } from '@/_audience/topics'
import { atom } from '@/_blog/feeds/atom'
import type { Feed } from '@/_blog/feeds/feed'
import { rss } from '@/_blog/feeds/rss'
import type { Clock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { brand } from '@/brand'
import { archive } from './archive.data'
import { archivePath, drawBody } from './letter/letter'

const formats = {
  'feed.xml': { type: 'application/rss+xml', write: rss },
  'atom.xml': { type: 'application/atom+xml', write: atom },
}

/** The newest 20 newsletters with their whole text. */
export async function archiveFeed(file: keyof typeof formats, clock: Clock): Promise<Response> {
  const letters = (await archive()).slice(0, 20)
  const items = letters.map(async letter => {
    const { topic, subject, about, slug, source, at } = letter
    return {
      url: env.SITE_URL + archivePath(slug),
      title: subject,
      description: about || topics[topic].about,
      html: await drawBody({ slug, source }, clock),
      author: brand.name,
      tags: [topics[topic].name],
      publishedAt: at,
      updatedAt: at,
    }
  })
  const feed: Feed = {
    title: `${brand.name}: newsletters`,
    description: topics.newsletter.about,
    home: `${env.SITE_URL}/newsletter/archive`,
    self: `${env.SITE_URL}/newsletter/${file}`,
    items: await Promise.all(items),
  }
  const { type, write } = formats[file]
  return new Response(write(feed), { headers: { 'Content-Type': `${type}; charset=utf-8` } })
}
