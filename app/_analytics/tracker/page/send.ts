import { cleanUrl } from './clean-url'
import { refused } from './consent'
import { readCookie, writeCookie } from './cookies'
import { endpoint } from './endpoint'
import { identity, signature } from './identity'
import { command } from './queue'
import { randomId } from './random-id'
import { safe } from './safe'

/** A hit on the wire: reserved keys and properties. `_p2` makes it an alias; without it or `_n` it is a set. */
export type Wire = Record<string, string | number | undefined>

/** With what is to be called when the hit is stored; JSON leaves the function out. */
type Unsent = Wire & { _f?: never }

let unsent: Unsent[] = []
let sent: Promise<void> | undefined

export const isFunction = (value: unknown): value is () => void => typeof value === 'function'

/**
 * Queues one hit; it leaves with what else is recorded meanwhile, after what was sent before has arrived, so that
 * hits arrive in the order they were recorded. Values go as text: null is '', arrays are joined by ',', objects and
 * functions are left out, addresses are cleaned.
 * @param done called when the hit is stored, or at once when it may not be recorded
 */
export function send(own: Wire, properties: unknown, done?: unknown): void {
  if (refused()) safe(done as () => void)()
  else {
    const hit: Wire = { _i: randomId(), _p: identity(), _s: signature as string, _anon: 1 }
    for (const name in properties as Wire) {
      const value = (properties as Wire)[name] as unknown
      if (!value || !/^[fo]/.test(typeof value) || (value as unknown[]).map)
        hit[name] = cleanUrl(`${[value]}`)
    }
    if (hit._d !== '1') hit._t = Math.round(Date.now() / 1000)
    if (!unsent[0]) sent = flush(sent)
    unsent.push({ ...hit, ...own, ...(isFunction(done) && { _f: done as never }) })
  }
}

/**
 * Sends what waits; the browser finishes it when the page is left. What does not arrive is kept for a retry.
 * @param before what must have ended first
 */
export async function flush(before?: Promise<void>): Promise<void> {
  await before
  const hits = unsent
  unsent = []
  if (hits[0] && !refused())
    try {
      const answer = await fetch(endpoint, {
        method: 'POST',
        body: JSON.stringify(hits),
        keepalive: true,
        credentials: 'include',
      })
      // What is not read keeps the connection busy.
      await answer.text()
      if (!answer.ok) throw 0
      for (const hit of hits) safe(hit._f!)()
    } catch {
      writeCookie('uq', [readCookie('uq'), JSON.stringify(hits)].join('\n'))
      command(['retry', hits])
    }
}
