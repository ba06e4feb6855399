import { randomBytes } from 'node:crypto'

export const newNonce = (): string => randomBytes(16).toString('base64')

/**
 * The content security policy of one answer. Scripts run only from our own origin, by the answer's nonce, or by
 * the hash of an inline script that is part of the page; nothing inline is trusted otherwise.
 */
export function contentSecurityPolicy(options: {
  nonce?: string
  hashes?: string[]
  /** Origins beside ours to which a form may lead. */
  forms?: string[]
  dev?: boolean
}): string {
  const { nonce, hashes = [], forms = [], dev = false } = options
  const scripts = ["'self'", ...hashes.map(hash => `'sha256-${hash}'`)]
  if (nonce) scripts.push(`'nonce-${nonce}'`)
  if (dev) scripts.push("'unsafe-eval'")
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...forms].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** What every page and file of ours carries besides its policy. `https` adds HSTS (promise S3). */
export function securityHeaders(https: boolean): [string, string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
  ]
  if (https) headers.push(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'])
  return headers
}
