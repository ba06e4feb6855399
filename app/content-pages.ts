/**
 * Which routes are content. Kept pages are the same for everyone: the front renders them without any visitor's
 * headers and answers from memory for `maxAge` seconds. Interactive routes keep React in the browser. Everything
 * else is rendered for each request and sent without Next's runtime.
 */
const kept: { path: RegExp; maxAge: number }[] = [
  { path: /^\/$/, maxAge: 30 },
  { path: /^\/live$/, maxAge: 10 },
  { path: /^\/trends$/, maxAge: 3600 },
  {
    path: /^\/(about|accessibility|pricing|security|privacy|terms|providers|transparency|cookies)$/,
    maxAge: 300,
  },
  { path: /^\/(product|legal|docs|webinars|privacy|terms)(\/[\w./-]+)?$/, maxAge: 300 },
  { path: /^\/blog(\/[\w./-]+)?$/, maxAge: 60 },
  { path: /^\/(robots\.txt|sitemap\.xml|manifest\.webmanifest|\.well-known\/[\w.-]+)$/, maxAge: 600 },
]

const interactive = /^\/(sites|staff|account|invitation|refused|signin|setup|trial\/\w+|api)(\/|$)/

/** Query keys that never change what a content page says: campaign tags and the tracker's URL API. */
const ignored = /^(utm_\w+|gclid|fbclid|msclkid|ref|km[ei]?|km_.*)$/

/** Seconds that a page may be kept, or undefined when it must be rendered for this request. */
export function keptFor(path: string, query: string): number | undefined {
  for (const key of new URLSearchParams(query).keys()) if (!ignored.test(key)) return undefined
  return kept.find(page => page.path.test(path))?.maxAge
}

export const isInteractive = (path: string): boolean => interactive.test(path)
