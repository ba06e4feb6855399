/** The opt-out of all sites, on the service's own host. Its value is the same for everyone, so it names no one. */
export const optOutCookie = '__Host-optout'

const attributes = 'Path=/; Secure; HttpOnly; SameSite=None'
const fiveYears = 157_680_000

/** The Set-Cookie header that opts this browser out. SameSite=None: it has to reach us from clients' pages. */
export const optOutHeader = `${optOutCookie}=1; ${attributes}; Max-Age=${fiveYears}`

/** The Set-Cookie header that opts it in again. */
export const optInHeader = `${optOutCookie}=; ${attributes}; Max-Age=0`

/** Whether a Cookie header carries the opt-out. */
export function hasOptedOut(cookies: string | undefined): boolean {
  return hasCookie(cookies, `${optOutCookie}=1`)
}

/** Whether it carries the tracker's own opt-out of one site, which reaches us where page and service share a domain. */
export function hasLeftSite(cookies: string | undefined): boolean {
  return hasCookie(cookies, 'km_optout=1')
}

const hasCookie = (cookies: string | undefined, wanted: string): boolean =>
  cookies?.includes(wanted) === true && cookies.split(';').some(pair => pair.trim() === wanted)
