import type { Status } from '@/_analytics/tracker/api'
import type { Refusal } from '@/_analytics/tracker/config'
import { readCookie, writeCookie } from './cookies'
import { clearIdentity } from './identity'
import { config } from './settings'

let left: boolean

/** Asked before anything is sent or set, each time: an opt-out holds from the moment it is made. */
export const refused = (): Refusal | '' =>
  config.o ||
  (WHOLE && window._kmo) ||
  (left || readCookie('optout')
    ? 'site-opt-out'
    : navigator.globalPrivacyControl
      ? 'gpc'
      : config.d && +navigator.doNotTrack!
        ? 'dnt'
        : '')

/** Stops recording on this site and forgets what its cookies hold. */
export function optOut(): void {
  left = true
  clearIdentity()
  for (const name of ['ai', 'ni', 'abi', 'lv', 'vs', 'uq']) writeCookie(name)
  writeCookie('optout', 1)
}

/** Takes this site's opt-out back; one that was made for every site stays. */
export function optIn(): void {
  left = false
  writeCookie('optout')
}

export const status = (): Status => ({
  tracking: !refused(),
  reason: refused(),
  cookies: navigator.cookieEnabled,
})
