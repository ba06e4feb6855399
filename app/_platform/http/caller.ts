import type { IncomingMessage } from 'node:http'

/**
 * The address of the caller. X-Forwarded-For is believed only for as many hops, counted from the right, as there
 * are proxies of ours in front (TRUSTED_PROXIES): what stands further left anyone can write.
 */
export function callerAddress(req: IncomingMessage, trustedProxies: number): string {
  const socket = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (trustedProxies === 0) return socket
  const hops = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(hop => hop.trim())
    .filter(Boolean)
  return hops.at(-trustedProxies) ?? hops[0] ?? socket
}

/** Whether the caller's own connection was encrypted, as far as a trusted proxy says. */
export const callerIsSecure = (req: IncomingMessage, trustedProxies: number): boolean =>
  trustedProxies > 0 && req.headers['x-forwarded-proto'] === 'https'

/** One cookie of the request, still encoded, or undefined. */
export function cookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
