import { optIn, optOut, status } from './consent'
import { readCookie, writeCookie } from './cookies'
import { endpoint } from './endpoint'
import { alias, clearIdentity, identify, identity } from './identity'
import { KM } from './library'
import { record, set } from './record'
import { safe } from './safe'
import { config } from './settings'
import type { Entry } from './types'
import { automatic, pageView, referrer, visitedSite, watchPage } from './visit'

const methods = {
  record,
  set,
  identify,
  clearIdentity,
  alias,
  pageView,
  rvs: visitedSite,
  i: identity,
  rf: referrer,
  gc: readCookie,
  sc: writeCookie,
  optOut,
  optIn,
  status,
}

/**
 * Makes `window.KM` and puts the library's own entries behind those that the page has queued, once a page,
 * whatever was loaded twice.
 * @param go takes the queue over
 */
export function start(go: (queue: Entry[]) => void): void {
  if (KM.cf) return
  KM.cf = config
  KM.to = endpoint
  for (const name in methods) KM[name] = safe(methods[name as keyof typeof methods] as () => unknown)
  watchPage()
  go([...((window._kmq || []) as Entry[]), ...automatic(true)])
}
