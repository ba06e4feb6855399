import { createHmac } from 'node:crypto'
import { sameText } from './site'

const percentEncode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The signature of a request as Kissmetrics' `uri_signer` makes it (kissmetrics.md, 1.11): base64 of the
 * HMAC-SHA256 over method, escaped URL and, when there is one, escaped sorted query.
 * @param query without `_signature`
 */
export function signRequest(method: string, url: string, query: string, secret: string): string {
  const sorted = query.split('&').filter(Boolean).sort().join('&')
  const parts = [method, percentEncode(url), ...(sorted ? [percentEncode(sorted)] : [])]
  return createHmac('sha256', secret).update(parts.join('&')).digest('base64')
}

/**
 * Whether a request was signed with the secret. The sender signed the URL as it knew it; through a proxy neither
 * the scheme nor the port of it is known here, so each that it may have been is tried.
 */
export function isSigned(
  request: { method: string; host: string; path: string; query: string; signature: string },
  secret: string,
): boolean {
  const { method, host, path, query, signature } = request
  const hosts = new Set([host, host.replace(/:\d+$/, '')])
  const urls = [...hosts].flatMap(name => [`http://${name}${path}`, `https://${name}${path}`])
  return urls.some(url => sameText(signRequest(method, url, query, secret), signature))
}
