export type Tag = {
  /** Lower case. */
  name: string
  /** Lower-case names, decoded values. */
  attributes: Map<string, string>
  /** What stands inside, for a script. */
  text: string
}

/**
 * The start tags of a page in order, comments left out. Reads every character once: the page is a stranger's,
 * and no text of theirs may make this slow. A tag that is never closed ends the page, as it does in a browser.
 */
export function pageTags(html: string): Tag[] {
  const tags: Tag[] = []
  const lower = html.toLowerCase()
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    if (open < 0) return tags
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4)
      if (close < 0) return tags
      at = close + 3
      continue
    }
    const name = tagName(lower, open + 1)
    if (!name) {
      at = open + 1
      continue
    }
    const end = tagEnd(html, open + 1 + name.length)
    if (end < 0) return tags
    const tag = { name, attributes: attributesOf(html.slice(open + 1 + name.length, end)), text: '' }
    tags.push(tag)
    at = end + 1
    if (name !== 'script') continue
    const close = lower.indexOf('</script', at)
    tag.text = html.slice(at, close < 0 ? undefined : close)
    if (close < 0) return tags
    at = close
  }
}

function tagName(lower: string, from: number): string {
  let to = from
  while (to < lower.length && to - from < 32 && /[a-z0-9-]/.test(lower[to] as string)) to++
  return lower.slice(from, to)
}

/** Where the `>` is that ends a tag; one inside quotes does not. */
function tagEnd(html: string, from: number): number {
  let quote = ''
  for (let at = from; at < html.length; at++) {
    const sign = html[at] as string
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && html[at - 1] === '=') quote = sign
  }
  return -1
}

const attribute = /([^\s"'=/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.slice(0, 4096).matchAll(attribute))
    found.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''))
  return found
}

const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  '#38': '&',
  '#x26': '&',
}

const decode = (text: string) =>
  text.replace(/&(\w+|#\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
