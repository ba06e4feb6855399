import type { SkipName } from '@/_analytics/tracker/config'

/** The site's settings, put into the script by the server. */
export const config = FIRSTHAND_CONFIG

/** Whether a behaviour that new sites have is on: the page's `KM_SKIP_…` wins over the site's setting. */
export const isOn = (name: SkipName): boolean => !(window[`KM_SKIP_${name}`] ?? config.s.includes(name))

/** The same for one that a site must choose. */
export const isChosen = (name: SkipName): boolean => !(window[`KM_SKIP_${name}`] ?? !config.s.includes(name))
