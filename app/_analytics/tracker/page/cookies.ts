import { refused } from './consent'
import { safe } from './safe'
import { config } from './settings'

/** Reads `km_NAME`; undefined or '' when absent, or when the browser refuses. */
export const readCookie = safe((name: string) =>
  decodeURIComponent(`; ${document.cookie}`.split(`; km_${name}=`)[1]!.split(';')[0]!),
)

/** Only "https:" has a sixth character among the schemes that can keep a cookie. */
const secure = location.protocol[5] ? ';secure' : ''

/**
 * Writes `km_NAME` for five years or the seconds given, for the page's host (without `www.`) and its subdomains;
 * '' deletes. Where cookies are refused by the visitor, the site or the browser, nothing happens.
 */
export const writeCookie = safe((name: string, value?: string | number, seconds = 157_680_000) => {
  if (value && name !== 'optout' && (config.c || refused())) return

  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in places, and answers too late.
  document.cookie = `km_${name}=${encodeURIComponent(value!)};path=/;samesite=lax;max-age=${value ? seconds : 0};domain=${window.KM_COOKIE_DOMAIN || location.hostname.replace(/^www\./, '')}${secure}`
})
