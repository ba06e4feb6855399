import { createHash } from 'node:crypto'

const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const scriptLinks =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/g
const reactMarks = /<!--(?:\/?\$[?!]?| )-->/g

/**
 * A content page without Next's runtime: scripts from `/_next/`, inline scripts and React's marks go; data blocks
 * (JSON-LD), our own files and inline scripts marked `data-keep` stay.
 * @returns the page, and the base64 SHA-256 of every inline script left, for its policy
 */
export function stripRuntime(html: string): { html: string; hashes: string[] } {
  const hashes: string[] = []
  const kept = html
    .replace(scripts, (whole, attributes: string, body: string) => {
      if (/\btype="application\/(ld\+)?json"/.test(attributes)) return whole
      if (/\bsrc="(?!\/_next\/)/.test(attributes)) return whole
      if (!/\bdata-keep\b/.test(attributes)) return ''
      hashes.push(createHash('sha256').update(body).digest('base64'))
      return whole
    })
    .replace(scriptLinks, '')
    .replace(reactMarks, '')
  return { html: kept, hashes }
}
