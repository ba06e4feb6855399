import { minute } from '@/_platform/clock'
import { isAnonymous } from '../../collect/identify'
import type { Hit } from '../../hit'

/** Properties that the collector adds where the sender gave none (promise C8). */
const added: [property: string, from: string][] = [
  ['browser', 'the user agent'],
  ['operating system', 'the user agent'],
  ['device type', 'the user agent'],
  ['country', 'the address'],
  ['ip address', 'the connection, cut as the site’s settings say'],
  ['channel', 'the address and referrer of the visit’s first page'],
]

/**
 * What the collector did with a hit, as far as what is stored tells: what was sent and not kept is not known any more.
 * @param times how often the same event of the same identity came in this second
 */
export function traceOf(hit: Hit, times: number): string[] {
  const { _p, _p2, _n, _t, _r, _i, _b } = hit
  const late = _r - _t * 1000
  const redacted = Object.entries(hit).filter(([, value]) => /\[redacted\]/.test(String(value)))
  const described = added.filter(([property]) => hit[property] !== undefined)
  return [
    _p2 !== undefined
      ? 'An alias: from then on both identities are one person, in everything received before and after.'
      : _n
        ? 'Event and property names were put in lower case, without commas and colons; values were kept as sent.'
        : 'Properties without an event: they belong to the person from this second on.',
    late < minute && late >= 0
      ? 'Its time is when it was received.'
      : `Its time is the sender’s own (_d=1); it was received ${late >= 0 ? 'later' : 'earlier'}, at ${new Date(_r).toISOString()}.`,
    _p === undefined
      ? 'It came without an identity, or the site records none: it counts, and as nobody’s.'
      : isAnonymous(_p)
        ? 'Its identity is one that a browser’s library made.'
        : 'Its identity was given by the site.',
    ...described.map(
      ([property, from]) => `“${property}” was taken from ${from}, unless the sender gave it.`,
    ),
    ...redacted.map(
      ([property]) => `Part of “${property}” looked sensitive and was taken out before it was stored.`,
    ),
    ...(_i ? [`The sender’s insert id ${_i} keeps a retry from being stored twice.`] : []),
    ...(times > 1 ? [`The same came ${times} times in this second: it counts once.`] : []),
    ...(_b ? ['The user agent looks like a program’s: kept, and left out of reports.'] : []),
  ]
}
