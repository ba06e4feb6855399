import { isUtf8 } from 'node:buffer'
import type { DropReason } from './draft'

export type Form = { fields: Map<string, string>; bad?: DropReason }

/**
 * The parameters of a query or a form body (kissmetrics.md, 1.3): pairs split at the first `=`, empty pairs
 * skipped, `+` is a blank, percent-encoded UTF-8, the last of repeated keys wins. A pair that can't be decoded
 * is left out and makes the whole form bad; the others are still read, so that it can be counted for its site.
 */
export function decodeForm(text: string, into: Form = { fields: new Map() }): Form {
  for (let at = 0; at < text.length; ) {
    let end = text.indexOf('&', at)
    if (end < 0) end = text.length
    if (end > at) decodePair(text, at, end, into)
    at = end + 1
  }
  return into
}

function decodePair(text: string, from: number, to: number, form: Form): void {
  const equals = text.indexOf('=', from)
  const split = equals < 0 || equals > to ? to : equals
  const name = decodeText(text.slice(from, split))
  const value = decodeText(text.slice(Math.min(split + 1, to), to))
  if (name === undefined || value === undefined) form.bad = 'malformed'
  else if (name !== '') form.fields.set(name, value)
}

function decodeText(text: string): string | undefined {
  const plain = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!plain.includes('%')) return plain
  try {
    return decodeURIComponent(plain)
  } catch {
    return undefined
  }
}

/** The text of a body, or undefined when it is not UTF-8, whatever its Content-Type claims. */
export function decodeBytes(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}
