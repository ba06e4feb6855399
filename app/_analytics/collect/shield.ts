import { isIP } from 'node:net'
import type { ShieldReason } from '@/_privacy/verdict'
import type { Draft } from './draft'
import { cleanName } from './normalise'

/** What of a site's blocks the hit runs into, if any. */
export function shieldOf(draft: Draft): ShieldReason | undefined {
  const { site, address, sender } = draft
  const from = address || sender.address
  const version = isIP(from)
  // Behind a proxy the address is whatever the header says.
  if (version && site.blockedAddresses?.check(from, version === 6 ? 'ipv6' : 'ipv4')) return 'shield-address'
  if (!site.allowsHost && !site.blocksPath) return
  const page = pageOf(draft)
  if (!page) return
  if (site.allowsHost && !site.allowsHost(page.hostname)) return 'shield-host'
  if (site.blocksPath?.(page.pathname)) return 'shield-path'
}

/** The page that the hit is from: as it says itself, or else as the browser says. */
function pageOf({ fields, sender }: Draft): URL | undefined {
  let own = ''
  for (const [key, value] of fields) {
    const name = cleanName(key)
    if (name === 'viewed url' || (name === 'url' && !own)) own = value
  }
  for (const text of [own, sender.referer]) if (URL.canParse(text)) return new URL(text)
}
