import type { Site, SiteSettings } from '@/_analytics/sites'

/** Why nothing may be recorded in this browser. */
export type Refusal = 'opt-out' | 'site-opt-out' | 'gpc' | 'dnt' | 'unknown-key'

export type Rule = SiteSettings['rules'][number]

/** What a page's `KM_SKIP_…` variables call the automatic behaviours (kissmetrics.md, 2.12). */
const skipNames = {
  visitedSite: 'VISITED_SITE',
  pageView: 'PAGE_VIEW',
  referrer: 'REFERRER',
  searchEngine: 'SEARCH_ENGINE',
  campaigns: 'UTM',
  urlApi: 'URL',
  formFields: 'FORM_FIELDS',
  returning: 'RETURNING',
  engagement: 'ENGAGEMENT',
  outbound: 'OUTBOUND',
  downloads: 'DOWNLOADS',
  vitals: 'VITALS',
} as const satisfies Record<keyof SiteSettings['automatic'], string>

export type SkipName = (typeof skipNames)[keyof typeof skipNames]

/** A site's settings as they stand inside the served script; absent means off or none. */
export type TrackerConfig = {
  /** The site's key. */
  k: string
  /** The server's verdict: this browser is not to be recorded. */
  o?: Refusal
  /** Honour Do Not Track. */
  d?: 1
  /** Record without any identifier, and set no cookie. */
  c?: 1
  /** The automatic behaviours that are off. */
  s: SkipName[]
  /** Event rules. */
  r?: Rule[]
  /** URL rules look at the host too. */
  h?: 1
  /** Kissmetrics' one bucket for all A/B tests. */
  l?: 1
  /** The file name of the part that is loaded where it is used. */
  m?: string
}

/** The settings that a page may know, in the form the script reads. */
export function trackerConfig(site: Site, refusal?: Refusal, more?: string): TrackerConfig {
  const { settings } = site
  const names = Object.keys(skipNames) as (keyof typeof skipNames)[]
  return {
    k: site.key,
    ...(refusal && { o: refusal }),
    ...(settings.honourDnt && { d: 1 as const }),
    ...(settings.cookieless && { c: 1 as const }),
    s: names.filter(name => !settings.automatic[name]).map(name => skipNames[name]),
    ...(settings.rules.length > 0 && { r: settings.rules }),
    ...(settings.includeHost && { h: 1 as const }),
    ...(settings.abMode === 'legacy' && { l: 1 as const }),
    ...(more && { m: more }),
  }
}
