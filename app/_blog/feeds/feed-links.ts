/** The feeds beside a page, for `alternates.types` of its metadata. */
export const feedLinks = (page: string) => ({
  'application/rss+xml': `${page}/feed.xml`,
  'application/atom+xml': `${page}/atom.xml`,
  'application/feed+json': `${page}/feed.json`,
})
