import { cleanUrl } from './clean-url'
import { readCookie, writeCookie } from './cookies'
import { command } from './queue'
import { record } from './record'
import { safe } from './safe'
import { flush } from './send'
import { config, isOn } from './settings'

let cameFrom = document.referrer
export const referrer = (): string => window.KM_REFERRER || cameFrom

/** The page now shown: its address, when it came into view (ms; 0 while hidden), ms in view, percent scrolled. */
let shown = cleanUrl(location.href)
let since = 0
let spent = 0
let depth = 0

export const pageView = (): void =>
  record('Page View', { 'Viewed URL': location.href, Referrer: referrer() || 'Direct' })

/** A session is 30 minutes without a page; without cookies, a page that was reached from elsewhere starts one. */
export function visitedSite(): void {
  const known = readCookie('vs')
  writeCookie('vs', 1, 1800)
  if (!known && (readCookie('vs') || !referrer().includes(location.host)))
    record('Visited Site', { URL: location.href, Referrer: referrer() || 'Direct' })
}

/** The library's own commands for a page, in the order of kissmetrics.md 2.6; `page` runs those of the rest. */
export function automatic(first?: boolean): void {
  if (first && isOn('URL') && /[?&]km/.test(location.href)) command(['url'])
  if (isOn('PAGE_VIEW')) command(['pageView'])
  if (isOn('VISITED_SITE')) command(['rvs'])
  if (!config.q || (first && readCookie('uq'))) command(['page', first])
}

function look(): void {
  depth = Math.max(depth, ((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100) | 0
}

/** Records the time in view and the furthest scrolling since the last time, if it was a second or more. */
const leave = safe((): void => {
  const now = Date.now()
  spent += since && now - since
  since = document.hidden ? 0 : now
  look()
  if (spent > 999 && isOn('ENGAGEMENT'))
    record('Engaged', { 'Viewed URL': shown, 'Engaged Seconds': (spent / 1000) | 0, 'Scroll Depth': depth })
  spent %= 1000
  if (!since) flush()
})

/** Takes each new address of a single-page site, and a page that comes back from the cache, as a page. */
export function watchPage(): void {
  const change = safe((event: object) => {
    if ((event as PageTransitionEvent).persisted || cleanUrl(location.href) !== shown) {
      leave()
      cameFrom = shown
      shown = cleanUrl(location.href)
      spent = depth = 0
      automatic()
    }
  })
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    history[name] = (...given) => {
      original.apply(history, given)
      change(given)
    }
  }
  leave()
  addEventListener('popstate', change)
  addEventListener('pageshow', change)
  addEventListener('scroll', look)
  document.addEventListener('visibilitychange', leave)
}
