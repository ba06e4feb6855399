import type { Step } from './draft'
import { knownReferrer } from './referrers'

/** How a visit came about (kissmetrics.md, 4.11). */
export type Channel = { channel: string; origin?: string }

const mediums: Record<string, string> = {}
for (const [channel, names] of Object.entries({
  Paid: ['cpc', 'cpm', 'display', 'cpv', 'cpa', 'cpp', 'ppc'],
  Email: ['email', 'e-mail'],
  Organic: ['organic', 'search'],
  Social: ['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'],
})) {
  for (const name of names) mediums[name] = channel
}

/**
 * @param page the address that the visit began on
 * @param referrer the page before it, '' or `Direct` when there was none
 */
export function channelOf(page: string, referrer: string): Channel {
  const landing = URL.canParse(page) ? new URL(page) : undefined
  const query = landing?.searchParams
  const medium = query?.get('utm_medium')?.trim()
  if (medium) {
    const channel = Object.hasOwn(mediums, medium.toLowerCase()) ? mediums[medium.toLowerCase()] : medium
    return {
      channel: channel as string,
      origin: query?.get('utm_campaign')?.trim() || 'Campaign Name Unknown',
    }
  }
  if (query?.get('gclid') || query?.get('gbraid') || query?.get('wbraid'))
    return { channel: 'Paid', origin: 'AdWords' }
  if (!URL.canParse(referrer)) return { channel: 'Direct' }
  const host = new URL(referrer).hostname.replace(/^www\./, '')
  if (host === '' || host === landing?.hostname.replace(/^www\./, '')) return { channel: 'Direct' }
  const known = knownReferrer(host)
  if (known?.kind === 'search') return { channel: 'Organic', origin: known.name }
  return { channel: known ? 'Social' : 'Referral', origin: host }
}

/** Gives the event that begins a visit its `channel`, `origin` and both in one. */
export const channel: Step = ({ hit, properties, site }) => {
  if (hit._n !== 'visited site' || properties.has('channel')) return
  const found = channelOf(properties.get('url') ?? '', properties.get('referrer') ?? '')
  const both = found.origin ? `${found.channel}: ${found.origin}` : found.channel
  for (const [name, value] of Object.entries({ ...found, 'channel: origin': both }))
    if (!site.blockedProperties.has(name)) properties.set(name, value)
}
