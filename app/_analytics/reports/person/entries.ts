import { minute } from '@/_platform/clock'
import type { Hit } from '../../hit'
import { eventTime } from '../../store/draft'
import type { Entry } from './person-query'

/** Instances kept of each event of a person, and values of each property (kissmetrics.md, 1.5). */
export const mostOfEach = 1000

/** A person's hits as reports count them; `at` of a value is its second, in Unix ms. */
export type PersonEntries = {
  /** Events, property sets and merges, in the order of time. */
  entries: Entry[]
  values: { name: string; value: string; at: number; order: number }[]
  repeats: number
}

/** The properties of a hit: every key that is not the protocol's own. */
export const propertiesOf = (hit: Hit): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hit).flatMap(([name, value]) =>
      name.startsWith('_') || value === undefined ? [] : [[name, String(value)]],
    ),
  )

/**
 * Reads a person's raw hits by the duplicate rules (kissmetrics.md, 1.7): an event counts once a second, whichever
 * of the person's identities sent it; of a property's values of one identity and second the one received last
 * counts. The last 1,000 of each event stay.
 * @param hits in receive order
 */
export function entriesOf(hits: readonly Hit[]): PersonEntries {
  const entries: Entry[] = []
  const values = new Map<string, PersonEntries['values'][number]>()
  const seen = new Set<string>()
  let repeats = 0
  hits.forEach((hit, order) => {
    const at = eventTime(hit)
    const base = {
      at,
      identity: hit._p ?? '',
      ...(hit._b && { bot: true as const }),
      ...(hit._r - at > minute && { received: hit._r }),
    }
    if (hit._p2 !== undefined) {
      entries.push({ kind: 'merge', ...base, other: hit._p2, properties: {} })
      return
    }
    const properties = propertiesOf(hit)
    if (!hit._b)
      for (const [name, value] of Object.entries(properties))
        values.set(`${hit._p} ${hit._t} ${name}`, { name, value, at: hit._t * 1000, order })
    if (hit._n) {
      const key = `${hit._t} ${hit._b ?? 0} ${hit._n}`
      if (seen.has(key)) repeats += 1
      else entries.push({ kind: 'event', ...base, event: hit._n, properties })
      seen.add(key)
    } else if (Object.keys(properties).length) entries.push({ kind: 'set', ...base, properties })
  })
  const ordered = entries.map((entry, order) => ({ entry, order }))
  ordered.sort((a, b) => inOrder(a.entry, b.entry) || a.order - b.order)
  return { entries: lastOfEach(ordered.map(({ entry }) => entry)), values: [...values.values()], repeats }
}

/** By second; in it what begins a visit first, because its page view was sent a moment before; then by time. */
function inOrder(a: Entry, b: Entry): number {
  const begins = (entry: Entry) => Number(entry.event !== 'visited site')
  return second(a) - second(b) || begins(a) - begins(b) || a.at - b.at
}

const second = ({ at }: Entry) => Math.floor(at / 1000)

function lastOfEach(entries: Entry[]): Entry[] {
  const left = new Map<string, number>()
  const kept = entries.toReversed().filter(({ kind, event }) => {
    if (kind !== 'event') return true
    const room = left.get(event ?? '') ?? mostOfEach
    left.set(event ?? '', room - 1)
    return room > 0
  })
  return kept.toReversed()
}
