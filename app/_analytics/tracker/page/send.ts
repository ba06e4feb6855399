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

let unsent: Wire[] = []
let callbacks: unknown[] = []

export const isFunction = (value: unknown): value is () => void => typeof value === 'function'

/**
 * Queues one hit; it leaves with what else is recorded in this turn of the event loop. Values go as text: null
 * is '', arrays are joined by ',', objects and functions are left out, addresses are cleaned.
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
    if (!unsent[0]) setTimeout(flush)
    unsent.push(Object.assign(hit, own))
    callbacks.push(done)
  }
}

/** Sends what waits; the browser finishes it when the page is left. What does not arrive is kept for a retry. */
export const flush = safe((): void => {
  const hits = unsent
  const waiting = callbacks
  unsent = []
  callbacks = []
  if (hits[0] && !refused())
    fetch(endpoint, { method: 'POST', body: JSON.stringify(hits), keepalive: true, credentials: 'include' })
      .then(answer => {
        if (!answer.ok) throw 0
        for (const done of waiting) safe(done as () => void)()
        // What is not read keeps the connection busy.
        return answer.text()
      })
      .catch(() => {
        writeCookie('uq', `${[readCookie('uq')]}\n${JSON.stringify(hits)}`)
        command(['retry', hits])
      })
})
