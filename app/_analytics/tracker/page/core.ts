import { optIn, optOut, status } from './consent'
import { readCookie, writeCookie } from './cookies'
import { endpoint } from './endpoint'
import { alias, clearIdentity, identify, identity } from './identity'
import { KM } from './library'
import { command } from './queue'
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

/** Runs what the queue holds, in order, and from now on what is pushed. */
function takeOver(): void {
  const queue = (window._kmq || []) as Entry[]
  window._kmq = { push: (...entries) => entries.forEach(command) }
  queue.forEach(command)
}

/**
 * Takes the queue over; the library's own commands come after what the page has queued by then. In one file it does
 * as Kissmetrics did: it waits for the document, which may still be queueing, but not for more than a second.
 */
function visit(): void {
  if (!WHOLE || document.readyState !== 'loading') {
    takeOver()
    automatic(true)
    return
  }
  const queue = (window._kmq || []) as Entry[]
  queue.push(() => automatic(true))
  window._kmq = queue
  const go = () => {
    if (window._kmq === queue) takeOver()
  }
  addEventListener('DOMContentLoaded', go)
  setTimeout(go, 1000)
}

/** Makes `window.KM` and sets it to work, once a page, whatever was loaded twice. */
export function start(): void {
  if (KM.cf) return
  KM.cf = config
  KM.to = endpoint
  for (const name in methods) KM[name] = safe(methods[name as keyof typeof methods] as () => unknown)
  watchPage()
  // A page that is only being prepared is not visited yet.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', visit)
  else visit()
}
