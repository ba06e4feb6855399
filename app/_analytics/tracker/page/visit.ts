import type { SkipName } from '@/_analytics/tracker/config'
import { cleanUrl } from './clean-url'
import { readCookie, writeCookie } from './cookies'
import { command } from './queue'
import { record } from './record'
import { safe } from './safe'
import { flush } from './send'
import { config } from './settings'
import type { Entry } from './types'

export const url = (): string => location.href

let cameFrom = document.referrer
export const referrer = (): string => window.KM_REFERRER || cameFrom

/** The page now shown: its address, when it came into view (ms; 0 while hidden), ms in view, percent scrolled. */
let shown = cleanUrl(url())
let since = 0
let spent = 0
let depth = 0

/** Whether an automatic behaviour is on: the page's `KM_SKIP_…` wins over the site's setting. */
export const isOn = (name: SkipName): boolean => !(window[`KM_SKIP_${name}`] ?? config.s.includes(name))

const recordPage = (event: string, property: string) =>
  record(event, { [property]: url(), Referrer: referrer() || 'Direct' })

export const pageView = (): void => recordPage('Page View', 'Viewed URL')

/** A session is 30 minutes without a page; without cookies, a page that was reached from elsewhere starts one. */
export function visitedSite(): void {
  const known = readCookie('vs')
  writeCookie('vs', 1, 1800)
  if (!known && (readCookie('vs') || !referrer().includes(location.host))) recordPage('Visited Site', 'URL')
}

/** The library's own entries for a page, in the order of kissmetrics.md 2.6; `page` adds those of the rest. */
export const automatic = (first?: boolean): Entry[] =>
  [
    first && isOn('URL') && /[?&]km/.test(url()) && 'url',
    isOn('PAGE_VIEW') && 'pageView',
    isOn('VISITED_SITE') && 'rvs',
    (config.r || !config.s[7] || (first && readCookie('uq'))) && 'page',
  ]
    .filter(Boolean)
    .map(name => [name, first])

function look(): void {
  depth = Math.max(depth, ((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100) | 0
}

/** Records the time in view and the furthest scrolling since the last time, if it was a second or more. */
function leave(): void {
  const now = Date.now()
  spent += since && now - since
  since = document.hidden ? 0 : now
  look()
  if (spent > 999 && isOn('ENGAGEMENT'))
    record('Engaged', { 'Viewed URL': shown, 'Engaged Seconds': (spent / 1000) | 0, 'Scroll Depth': depth })
  spent %= 1000
  if (!since) flush()
}

/** Takes each new address of a single-page site, and a page that comes back from the cache, as a page. */
export function watchPage(): void {
  const change = safe((event: object) => {
    if ((event as PageTransitionEvent).persisted || cleanUrl(url()) !== shown) {
      leave()
      cameFrom = shown
      shown = cleanUrl(url())
      spent = depth = 0
      automatic().forEach(command)
    }
  })
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    history[name] = function (...given) {
      original.apply(this, given)
      change(given)
    }
  }
  leave()
  addEventListener('popstate', change)
  addEventListener('pageshow', change)
  addEventListener('scroll', look)
  document.addEventListener('visibilitychange', leave)
}
