import type { Draft, Step } from './draft'

/** Characters of an event's, a property's or an identity's name (kissmetrics.md, 1.5). */
export const maxName = 255
/** Characters of a property's value. */
const maxValue = 8192
/** Nothing before 2009-01-01T00:00:00Z is kept (kissmetrics.md, 1.3). */
const earliest = 1_230_768_000
/** From here on a time can only be in milliseconds: some clients send those (kissmetrics.md, 1.3). */
const milliseconds = 1e11
/** Seconds that a sender's clock may run ahead before its time is replaced by ours. */
const skew = 3600

/** Names, values and times in the form that is stored (kissmetrics.md, 1.4). */
export const normalise: Step = (draft, { note }) => {
  const { fields, site, sender } = draft
  const name = draft.kind === 'event' ? cleanName(fields.get('_n') ?? '') : ''
  if (draft.kind === 'event' && name === '') draft.kind = 'set'
  if (site.blockedEvents.has(name)) return 'blocked-event'
  if (draft.kind !== 'alias') {
    for (const [key, value] of fields) {
      const property = cleanName(key)
      if (property === '' || property.startsWith('_') || key.startsWith('_')) continue
      if (site.blockedProperties.has(property)) note(site.site.id, `blocked:${property}`, sender.received)
      else draft.properties.set(property, cut(value, maxValue))
    }
    if (draft.kind === 'set' && draft.properties.size === 0) return 'empty'
  }
  const time = eventTime(draft)
  if (time < earliest) return 'too-old'
  draft.hit = { _t: time, _r: sender.received }
  if (draft.kind === 'event') draft.hit._n = name
}

/** The event's time in Unix seconds: the sender's own only with `_d=1` (kissmetrics.md, 1.3). */
function eventTime({ fields, kind, sender }: Draft): number {
  const received = Math.floor(sender.received / 1000)
  if (kind === 'alias' || fields.get('_d') !== '1') return received
  const text = fields.get('_t') ?? ''
  if (!/^-?\d+(\.\d*)?$/.test(text)) return received
  const given = Number(text)
  const time = Math.floor(given >= milliseconds ? given / 1000 : given)
  return time > received + skew ? received : time
}

/**
 * The stored form of a name: lower case, no comma, colon or control character, runs of blanks made one (no list
 * on a page could tell them apart), at most 255 characters.
 */
export function cleanName(text: string): string {
  return cut(text.replace(unwanted, ' ').trim().toLowerCase(), maxName).trimEnd()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const unwanted = /[\s,:\u0000-\u001f\u007f]+/g

/** Cuts at a length without leaving half a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length)
}
