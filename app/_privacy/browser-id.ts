import { cookie } from '@/_platform/http/caller'

/** The random number that the tracker gave this browser on this site, as the browser sent it; '' without one. */
export function browserId(cookies: string | null): string {
  try {
    return decodeURIComponent(cookie(cookies ?? '', 'km_ai') ?? '')
  } catch {
    return ''
  }
}
