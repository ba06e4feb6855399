import { optIn, optOut, status } from './consent'
import { readCookie, writeCookie } from './cookies'
import { alias, clearIdentity, identify, identity } from './identity'
import { KM } from './queue'
import { record, set } from './record'
import { safe } from './safe'
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
 * @returns the queue to take over; nothing the second time
 */
export function prepare(): Entry[] | undefined {
  if (window.KM) return
  window.KM = KM
  for (const name in methods) KM[name] = safe(methods[name as keyof typeof methods] as () => unknown)
  watchPage()
  const queue = [...((window._kmq || []) as Entry[]), ...automatic(true)]
  window._kmq = queue
  return queue
}
