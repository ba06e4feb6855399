/** What a blocked address, page host or path is called when it refuses a hit. */
export type ShieldReason = 'shield-address' | 'shield-host' | 'shield-path'

export type ConsentReason = 'opt-out' | 'site-opt-out' | 'gpc' | 'dnt' | 'account' | 'person' | ShieldReason

/** Everything that decides whether a hit may be collected; the same for every door, the tracker included. */
export type Signals = {
  /** The opt-out cookie of the service's own host (promise P6). */
  optedOut: boolean
  /** This one site's own, first-party opt-out. */
  siteOptedOut: boolean
  /** Global Privacy Control, as a header or a property of the browser. Honoured everywhere (promise P4). */
  gpc: boolean
  /** Do Not Track, as a header or a property of the browser. */
  dnt: boolean
  /** The site's setting for it. Where it is off the signal changes nothing (promise P4). */
  honourDnt: boolean
  /** The site records without identifiers. */
  cookieless: boolean
  /** The account of the site has refused or stopped collection. */
  accountRefuses: boolean
  /** The person of the hit asked not to be recorded (promise R2). */
  personRefuses: boolean
  shield: ShieldReason | undefined
}

export type Verdict = { collect: true; identity: boolean } | { collect: false; reason: ConsentReason }

const collect: Verdict = { collect: true, identity: true }
const collectWithoutIdentity: Verdict = { collect: true, identity: false }

/**
 * The one consent decision. A visitor's own word is named before the site's, so that the counts of refusals
 * say what visitors asked for.
 */
export function verdict(signals: Signals): Verdict {
  const refuse = (reason: ConsentReason): Verdict => ({ collect: false, reason })
  if (signals.optedOut) return refuse('opt-out')
  if (signals.siteOptedOut) return refuse('site-opt-out')
  if (signals.gpc) return refuse('gpc')
  if (signals.dnt && signals.honourDnt) return refuse('dnt')
  if (signals.personRefuses) return refuse('person')
  if (signals.accountRefuses) return refuse('account')
  if (signals.shield) return refuse(signals.shield)
  return signals.cookieless ? collectWithoutIdentity : collect
}
