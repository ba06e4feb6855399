import { refused } from './consent'
import { readCookie, writeCookie } from './cookies'
import { randomId } from './random-id'
import { send } from './send'
import { config } from './settings'

let current: string | undefined
/** The site's signature of the name, where it demands one: an HMAC that only its server can make. */
export let signature: unknown

/** The id in `km_ai`, made on first use; nothing where no cookie can be kept. */
function anonymous(): string | undefined {
  if (!readCookie('ai')) writeCookie('ai', randomId())
  return readCookie('ai')
}

/** The identity that hits carry; none without cookies, so that nobody can tell such visitors apart. */
export function identity(): string | undefined {
  if (config.c) return
  current ||= readCookie('ni') || anonymous()
  return current
}

/** @see kissmetrics.md 2.5 */
export function identify(given?: unknown, signed?: unknown): void {
  const name = `${[given]}`
  if (/^(['"]?)(null|nil|)\1$/.test(name)) clearIdentity()
  else if (!config.c && !refused()) {
    signature = signed
    if (readCookie('ni')) writeCookie('ai', name)
    else alias(name, readCookie('ai'))
    current = name
    writeCookie('ni', name)
  }
}

export function clearIdentity(): void {
  current = ''
  if (readCookie('ni')) writeCookie('ai')
  writeCookie('ni')
}

export function alias(a?: unknown, b?: unknown, done?: unknown): void {
  if (a && b && a !== b && !config.c) send({ _p: `${b}`, _p2: `${a}` }, {}, done)
}
