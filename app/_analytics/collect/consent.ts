import { identityHash } from '@/_privacy/identity-hash'
import { verdict } from '@/_privacy/verdict'
import type { Draft, Step } from './draft'
import { readIdentity } from './identify'
import { shieldOf } from './shield'

/** Whether this hit may be collected at all, and with an identity. */
export const consent: Step = draft => {
  const { sender, fields } = draft
  const { settings, accountRefuses = false } = draft.site.site
  const decision = verdict({
    optedOut: sender.optedOut,
    siteOptedOut: sender.siteOptedOut,
    gpc: sender.gpc || fields.get('_gpc') === '1',
    dnt: sender.dnt || fields.get('_dnt') === '1',
    honourDnt: settings.honourDnt,
    cookieless: settings.cookieless,
    accountRefuses,
    personRefuses: personRefuses(draft),
    shield: shieldOf(draft),
  })
  if (!decision.collect) return decision.reason
  draft.identity = decision.identity
}

function personRefuses({ site: { site }, fields, kind }: Draft): boolean {
  const { refusedPeople } = site
  if (!refusedPeople?.size) return false
  const identities = [fields.get('_p'), kind === 'alias' ? fields.get('_n') : undefined]
  return identities.some(text => {
    const identity = readIdentity(text)
    return identity !== undefined && refusedPeople.has(identityHash(site, identity))
  })
}
