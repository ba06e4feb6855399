import { KM } from '../page/library'
import { safe } from '../page/safe'
import { isChosen, isOn } from '../page/settings'
import type { Properties } from '../page/types'
import { ab } from './ab'
import { arrival, urlApi } from './arrival'
import { watchLinks } from './links'
import { urlParts } from './patterns'
import { billed, canceled, downgraded, signedUp, upgraded } from './plans'
import { retry } from './retry'
import { applyRules, urlMatches, urlMatchesRegex } from './rules'
import { trackClick, trackClickOnOutboundLink, trackSubmit } from './track'
import { watchVitals } from './vitals'

/** What the rest of the library does for a page, after the core's own entries. */
function page(first?: boolean): void {
  if (first) {
    arrival()
    if (isOn('OUTBOUND') || isOn('DOWNLOADS')) watchLinks()
    if (isChosen('VITALS')) watchVitals()
    if (KM.gc('uq')) retry()
  }
  applyRules(first)
}

/** An object as a query string: null is '', arrays are joined by ',', objects and functions are left out. */
function toQuery(properties: Properties = {}): string {
  const plain = Object.entries(properties).filter(
    ([, value]) => value === null || Array.isArray(value) || !/^[fo]/.test(typeof value),
  )
  return plain
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(`${[value]}`)}`)
    .join('&')
}

const methods = {
  url: urlApi,
  page,
  retry,
  ab,
  trackClick,
  trackClickOnOutboundLink,
  trackSubmit,
  trackForm: trackSubmit,
  signedUp,
  upgraded,
  downgraded,
  billed,
  canceled,
  cancelled: canceled,
  um: urlMatches,
  urm: urlMatchesRegex,
  uprts: urlParts,
  p: toQuery,
  u: () => location.href,
  ts: () => Math.round(Date.now() / 1000),
}

/** Adds the rest of the library's methods to `window.KM`. */
export function install(): void {
  for (const name in methods) KM[name] = safe(methods[name as keyof typeof methods] as () => unknown)
}
