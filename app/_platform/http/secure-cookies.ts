import { env } from '../env'

/**
 * Whether a browser that asked us this way keeps cookies marked Secure: over https, or on a loopback host,
 * which Chromium and Firefox trust like https.
 */
export function keepsSecureCookies(headers: Pick<Headers, 'get'>): boolean {
  if (env.SITE_URL.startsWith('https:')) return true
  const host = headers.get('host') ?? ''
  return /^(localhost|[\w-]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host)
}
