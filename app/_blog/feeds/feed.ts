/** What every feed format is written from. Addresses are absolute; `html` is the full text. */
export type Feed = {
  title: string
  description: string
  /** The page the feed belongs to. */
  home: string
  /** The feed's own address. */
  self: string
  items: FeedItem[]
}

export type FeedItem = {
  url: string
  title: string
  description: string
  html: string
  author: string
  tags: string[]
  /** Unix ms, UTC. */
  publishedAt: number
  updatedAt: number
}

/** Text for XML, safe in elements and in attributes; characters XML does not allow are left out. */
export const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

/** When anything in the feed last changed, Unix ms; the epoch for an empty feed. */
export const lastChange = (feed: Feed): number => Math.max(0, ...feed.items.map(item => item.updatedAt))
