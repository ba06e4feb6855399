import { verdict } from '@/_privacy/verdict'
import type { Step } from './draft'

/** Whether this hit may be collected at all, and with an identity. */
export const consent: Step = draft => {
  const { sender, site, fields } = draft
  const { settings } = site.site
  const decision = verdict({
    optedOut: sender.optedOut,
    siteOptedOut: false,
    gpc: sender.gpc || fields.get('_gpc') === '1',
    dnt: sender.dnt || fields.get('_dnt') === '1',
    honourDnt: settings.honourDnt,
    cookieless: settings.cookieless,
    accountRefuses: false,
    personRefuses: false,
    shield: undefined,
  })
  if (!decision.collect) return decision.reason
  draft.identity = decision.identity
}
