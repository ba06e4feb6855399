import { micromark } from 'micromark'

/** What of Markdown a comment may not use: no HTML, no pictures, no headings, no rules, no link definitions. */
const off = [
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'definition',
]

const rel = 'nofollow ugc noopener'

/**
 * A comment's text as HTML: paragraphs, emphasis, quotes, lists, code and links. Nothing that was typed becomes a
 * tag of its own; a link leads to http(s) only and passes no credit on.
 */
export function commentHtml(text: string): string {
  const html = micromark(text, { extensions: [{ disable: { null: off } }] })
  return linked(html.replace(/<a href="([^"]*)"(?: title="[^"]*")?>(.*?)<\/a>/gs, safeLink))
}

const safeLink = (_whole: string, href: string, inside: string): string =>
  /^https?:\/\//i.test(href) ? `<a href="${href}" rel="${rel}">${inside}</a>` : inside

/** Makes bare addresses links, except inside links and code. The HTML is micromark's own, so every `<` is a tag. */
function linked(html: string): string {
  let closed = 0
  return html
    .split(/(<[^>]+>)/)
    .map(piece => {
      if (piece.startsWith('<')) {
        if (/^<(a|code|pre)\b/.test(piece)) closed++
        if (/^<\/(a|code|pre)>/.test(piece)) closed--
        return piece
      }
      return closed > 0 ? piece : piece.replace(/\bhttps?:\/\/(?:(?!&(?:quot|lt|gt);)[^\s])+/gi, bareLink)
    })
    .join('')
}

/** A full stop or a bracket after an address ends the sentence, not the address. */
function bareLink(found: string): string {
  const [tail = ''] = /[.,:;!?)\]'*]*$/.exec(found) ?? []
  const href = found.slice(0, found.length - tail.length)
  return `<a href="${href}" rel="${rel}">${href}</a>${tail}`
}

/** How many links a text has: what spam has more of. */
export const linksIn = (text: string): number => commentHtml(text).match(/<a /g)?.length ?? 0

/** The words alone, for mail and lists. */
export const commentWords = (text: string): string =>
  commentHtml(text)
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: 'amp') => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name])
    .trim()
