/** By what an overview is taken apart. */
export const dimensions = {
  channel: 'Channel',
  source: 'Source',
  referrer: 'Referrer',
  campaign: 'Campaign',
  term: 'Search term',
  page: 'Page',
  entry: 'Entry page',
  exit: 'Exit page',
  country: 'Country',
  browser: 'Browser',
  system: 'System',
  device: 'Device',
} as const
export type Dimension = keyof typeof dimensions

export const isDimension = (text: string): text is Dimension => Object.hasOwn(dimensions, text)

const address = /^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?([^/?#:]*)(?::\d+)?([^?#]*)/i

/** The path of a page's address without a slash at its end; text that is no address stays as it is. */
export function pathOf(url: string): string {
  const path = address.exec(url)?.[2]
  if (path === undefined) return url.split(/[?#]/, 1)[0]!
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : '/'
}

/** The host of a referrer without `www.`; '' for `Direct` and what is no address. */
export const hostOf = (referrer: string): string => address.exec(referrer)?.[1]?.toLowerCase() ?? ''

const asSent = (value: string) => value

export function campaignOf(url: string): string {
  const query = url.indexOf('?')
  if (query < 0 || !url.includes('utm_campaign=', query)) return ''
  return new URLSearchParams(url.slice(query + 1).split('#', 1)[0]).get('utm_campaign')?.trim() ?? ''
}

function termOf(referrer: string): string {
  const query = referrer.indexOf('?')
  if (query < 0) return ''
  const said = new URLSearchParams(referrer.slice(query + 1))
  return (said.get('q') ?? said.get('query') ?? said.get('p') ?? said.get('text') ?? '').trim().toLowerCase()
}

/** Dimensions that a visit has from the event that began it: its property, and what that is shown as. */
export const ofVisit = {
  channel: ['channel', asSent],
  source: ['origin', asSent],
  referrer: ['referrer', hostOf],
  campaign: ['url', campaignOf],
  term: ['referrer', termOf],
  entry: ['url', pathOf],
  country: ['country', asSent],
  browser: ['browser', asSent],
  system: ['operating system', asSent],
  device: ['device type', asSent],
} as const satisfies Partial<Record<Dimension, [property: string, shown: (value: string) => string]>>
export type VisitDimension = keyof typeof ofVisit

/** What stands for visits without a value; where nothing does, they are left out of the list. */
export const missing: Partial<Record<Dimension, string>> = {
  channel: 'Unknown',
  source: 'Direct',
  country: 'Unknown',
  browser: 'Unknown',
  system: 'Unknown',
  device: 'Unknown',
  entry: 'Unknown',
}
