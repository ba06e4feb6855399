import { cleanUrl } from './clean-url'
import { refused } from './consent'
import { readCookie, writeCookie } from './cookies'
import { identity, randomId } from './identity'
import { command } from './queue'
import { safe } from './safe'
import { config } from './settings'

/** A hit on the wire: reserved keys and properties. `_p2` makes it an alias; without it or `_n` it is a set. */
export type Wire = Record<string, string | number | undefined>

/** Where the script came from, is where hits go: changing the host in the page is enough. */
export const base = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*(\?.*)?$/, '')

let unsent: Wire[] = []
let waiting: (() => void)[] = []

export const seconds = (): number => Math.round(Date.now() / 1000)

export const isFunction = (value: unknown): value is () => void => typeof value === 'function'

/**
 * Queues one hit; it leaves with what else is recorded in this turn of the event loop. Values go as text: null
 * is '', arrays are joined by ',', objects and functions are left out, addresses are cleaned.
 * @param done called when the hit is stored, or at once when it may not be recorded
 */
export function send(own: Wire, properties: unknown, done?: unknown): void {
  if (refused()) {
    if (isFunction(done)) done()
    return
  }
  const hit: Wire = { _i: randomId(), _p: identity() }
  if (!hit._p) hit._anon = 1
  for (const name in properties as Wire) {
    const value = (properties as Wire)[name] as unknown
    if (!value || !/^[fo]/.test(typeof value) || (value as unknown[]).map) hit[name] = cleanUrl(`${[value]}`)
  }
  if (hit._d !== '1') hit._t = seconds()
  if (isFunction(done)) waiting.push(done)
  if (!unsent[0]) setTimeout(flush)
  unsent.push(Object.assign(hit, own))
}

/** Sends what waits; the browser finishes it when the page is left. What does not arrive is kept for a retry. */
export function flush(): void {
  const hits = unsent
  const callbacks = waiting
  unsent = []
  waiting = []
  if (hits[0] && !refused())
    fetch(`${base}c?_k=${config.k}`, {
      method: 'POST',
      body: JSON.stringify(hits),
      keepalive: true,
      credentials: 'include',
    })
      .then(answer => {
        if (!answer.ok) throw 0
        for (const done of callbacks) safe(done)()
      })
      .catch(() => {
        for (const hit of hits)
          writeCookie(
            'uq',
            `${[readCookie('uq')]}|${seconds()} ${new URLSearchParams(hit as Record<string, string>)}`,
          )
        command(['retry'])
      })
}
