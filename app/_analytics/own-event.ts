import { env } from '@/_platform/env'
import { cookie } from '@/_platform/http/caller'
import { log } from '@/_platform/log'
import { shared } from '@/_platform/shared'
import type { SiteRegistry } from './collect/registry'
import { ownSiteKey } from './reports/own-site'

/** What says of a visitor whether they may be recorded, and by which browser. */
const passedOn = ['cookie', 'dnt', 'sec-gpc', 'user-agent', 'referer', 'accept-language']

/**
 * Records an event of the operator's own site by the public API, for what the server knows better than a page. It
 * carries the visitor's own refusals to the same door as any hit, and names nobody: only where the tracker was
 * allowed to set its cookie does that cookie's number tie it to the visit. Nothing waits for it.
 */
export function recordOwn(
  headers: Pick<Headers, 'get'>,
  event: string,
  properties: Record<string, string | number> = {},
): void {
  const address = headers.get('x-client-address')
  if (!address) return
  send(headers, address, event, properties).catch(error =>
    log.warn({ event, err: error }, 'an event of our own was not recorded'),
  )
}

async function send(
  headers: Pick<Headers, 'get'>,
  address: string,
  event: string,
  properties: Record<string, string | number>,
): Promise<void> {
  const key = await ownSiteKey()
  const secret = key && shared<SiteRegistry>('sites').byKey(key)?.site.secret
  if (!key || !secret) return
  const visitor = cookie(headers.get('cookie') ?? undefined, 'km_ai')
  const fields = new URLSearchParams({ _k: key, _n: event, _ip: address, ...visitorFields(visitor) })
  const agent = headers.get('user-agent')
  if (agent) fields.set('_ua', agent)
  for (const [name, value] of Object.entries(properties)) fields.set(name, String(value))
  const passed = passedOn.flatMap(name => {
    const value = headers.get(name)
    return value ? [[name, value]] : []
  })
  await fetch(`http://localhost:${env.PORT}/e`, {
    method: 'POST',
    headers: { ...Object.fromEntries(passed), authorization: `Bearer ${secret}` },
    body: fields,
    signal: AbortSignal.timeout(5000),
  })
}

function visitorFields(visitor: string | undefined): Record<string, string> {
  const id = visitor && decode(visitor)
  return id ? { _p: id } : { _anon: '1' }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
