import { BlockList, isIP, isIPv6 } from 'node:net'
import { RE2JS } from 're2js'
import { log } from '@/_platform/log'
import type { Site, SiteSettings } from '../sites'
import { cleanName } from './normalise'

/** A site and what else its collection depends on. */
export type SiteToCollect = Site & {
  /** Its account has stopped collection. */
  accountRefuses?: boolean
  /** People who asked not to be recorded, by `identityHash`. */
  refusedPeople?: ReadonlySet<string>
}

/** A site with what the collector works out of its settings once instead of for every hit. */
export type CollectedSite = {
  site: SiteToCollect
  blockedProperties: ReadonlySet<string>
  blockedEvents: ReadonlySet<string>
  blockedAddresses?: BlockList
  allowsHost?: (host: string) => boolean
  blocksPath?: (path: string) => boolean
  /** Whether one of the site's own patterns is found in a value. */
  isPrivate?: (value: string) => boolean
}

/** Every site by its key, in memory: nothing on a hit's way reads the database. */
export class SiteRegistry {
  private sites = new Map<string, CollectedSite>()

  /** @param load every site, with secrets, whenever something about one changed */
  constructor(private readonly load: () => Promise<SiteToCollect[]>) {}

  /** Loads all sites anew. Hits are answered from the former state until it is done. */
  async refresh(): Promise<void> {
    const sites = await this.load()
    this.sites = new Map(sites.map(site => [site.key, prepare(site)]))
  }

  byKey(key: string): CollectedSite | undefined {
    return this.sites.get(key)
  }
}

function prepare(site: SiteToCollect): CollectedSite {
  const { settings } = site
  return {
    site,
    blockedProperties: new Set(settings.blockedProperties.map(cleanName)),
    blockedEvents: new Set(settings.blockedEvents.map(cleanName)),
    blockedAddresses: blockList(settings.blockedAddresses),
    allowsHost: hostTest(settings.allowedHosts),
    blocksPath: pathTest(settings.blockedPaths),
    isPrivate: patternTest(site.id, settings),
  }
}

function blockList(addresses: string[]): BlockList | undefined {
  const list = new BlockList()
  for (const entry of addresses) {
    const [address = '', bits] = entry.trim().split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    const size = bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits)
    if (isIP(address) && size >= 0 && size <= (family === 'ipv6' ? 128 : 32))
      list.addSubnet(address, size, family)
  }
  return list.rules.length ? list : undefined
}

/** An entry means that host, with `www.` or without; `*.example.com` means every host below it. */
function hostTest(hosts: string[]): ((host: string) => boolean) | undefined {
  if (!hosts.length) return
  const bare = (host: string) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^www\./, '')
  const exact = new Set(hosts.map(bare))
  const below = hosts.filter(host => host.startsWith('*.')).map(host => bare(host.slice(1)))
  return host => exact.has(bare(host)) || below.some(end => host.endsWith(end))
}

/** `*` stands for any text; a pattern has to match the whole path, as the browser writes it or decoded. */
function pathTest(patterns: string[]): ((path: string) => boolean) | undefined {
  const pieces = patterns.filter(Boolean).map(pattern => pattern.split('*'))
  if (!pieces.length) return
  return path => pieces.some(parts => matches(path, parts))
}

function matches(path: string, parts: string[]): boolean {
  const [first = ''] = parts
  if (parts.length === 1) return path === first
  const last = parts.at(-1) ?? ''
  if (!path.startsWith(first) || !path.endsWith(last)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= path.length - last.length
}

/** The site's expressions run in linear time (RE2), so that no pattern of one client can stop all the others. */
function patternTest(siteId: string, { redactPatterns }: SiteSettings) {
  const compiled = redactPatterns.flatMap(pattern => {
    try {
      return RE2JS.compile(pattern)
    } catch (error) {
      log.warn({ siteId, pattern, reason: String(error) }, 'a redaction pattern is no valid expression')
      return []
    }
  })
  return compiled.length ? (value: string) => compiled.some(one => one.matcher(value).find()) : undefined
}
