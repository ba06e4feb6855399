import { type Site, type SiteSettings, siteSettings } from '@/_analytics/sites'
import type { ConsentReason } from '@/_privacy/verdict'

/** Why nothing may be recorded in this browser. */
export type Refusal = ConsentReason | 'unknown-key'

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

const usual = siteSettings.parse({}).automatic

type Behaviour = keyof typeof skipNames
export type SkipName = (typeof skipNames)[Behaviour]

/** What the lazily loaded part does on every page; where none of it is on, it waits until it is called. */
const ofMore: Behaviour[] = [
  'referrer',
  'searchEngine',
  'campaigns',
  'returning',
  'outbound',
  'downloads',
  'vitals',
]

/**
 * A site's settings as they stand inside the served script. Each key is absent in the settings that a new site
 * starts with, so that most pages carry next to nothing; the site's key is in the script's address.
 */
export type TrackerConfig = {
  /** The server's verdict: this browser is not to be recorded. */
  o?: Refusal
  /** Honour Do Not Track. */
  d?: 1
  /** Record without any identifier, and set no cookie. */
  c?: 1
  /** The automatic behaviours that are not as a new site has them. */
  s: SkipName[]
  /** The lazily loaded part has nothing to do unless it is called. */
  q?: 1
  /** Event rules. */
  r?: Rule[]
  /** URL rules look at the path alone. */
  h?: 1
  /** Kissmetrics' one bucket for all A/B tests. */
  l?: 1
  /** The file name of the lazily loaded part; absent where everything is in one file. */
  m?: string
}

/** The settings that a page may know, in the form the script reads. */
export function trackerConfig({ settings }: Site, refusal?: Refusal, more?: string): TrackerConfig {
  const { automatic, rules } = settings
  return {
    ...(refusal && { o: refusal }),
    ...(settings.honourDnt && { d: 1 as const }),
    ...(settings.cookieless && { c: 1 as const }),
    s: (Object.keys(skipNames) as Behaviour[])
      .filter(name => automatic[name] !== usual[name])
      .map(name => skipNames[name]),
    ...(!rules.length && !ofMore.some(name => automatic[name]) && { q: 1 as const }),
    ...(rules.length > 0 && { r: rules }),
    ...(!settings.includeHost && { h: 1 as const }),
    ...(settings.abMode === 'legacy' && { l: 1 as const }),
    ...(more && { m: more }),
  }
}
