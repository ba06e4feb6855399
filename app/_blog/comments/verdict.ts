/** Why a comment waits or is taken for spam, in words for staff. */
export const reasons = {
  trap: 'filled in the field that people do not see',
  banned: 'from an address that was banned',
  links: 'many links',
  alike: 'the filter finds it like what you called spam',
  unsure: 'the filter is not sure',
  repeated: 'the same text was sent before',
  quick: 'sent within seconds of opening the page',
  stale: 'sent without the page, or from one of days ago',
  first: 'the first comment from this address',
} as const

export type Reason = keyof typeof reasons

export type Facts = {
  trapped: boolean
  banned: boolean
  links: number
  repeated: boolean
  /** How sure the filter is that it is spam, 0 to 1; undefined while it has not learnt enough. */
  spamminess: number | undefined
  /** Milliseconds since the page was made; undefined without proof. */
  pageAge: number | undefined
  /** An earlier comment from the address was approved. */
  known: boolean
}

const day = 86_400_000
const fewestMs = 3000

/** What becomes of a new comment. Anything doubtful waits for a person; spam does, too, in a list of its own. */
export function judge(facts: Facts): { state: 'approved' | 'held' | 'spam'; reasons: Reason[] } {
  const spam: Reason[] = []
  const doubt: Reason[] = []
  if (facts.trapped) spam.push('trap')
  if (facts.banned) spam.push('banned')
  if (facts.links > 2) (facts.links > 6 ? spam : doubt).push('links')
  if (facts.repeated) doubt.push('repeated')
  if (facts.spamminess !== undefined && facts.spamminess > 0.6)
    if (facts.spamminess > 0.95) spam.push('alike')
    else doubt.push('unsure')
  if (facts.pageAge === undefined || facts.pageAge > 7 * day) doubt.push('stale')
  else if (facts.pageAge < fewestMs) doubt.push('quick')
  if (!facts.known) doubt.push('first')
  const state = spam.length > 0 ? 'spam' : doubt.length > 0 ? 'held' : 'approved'
  return { state, reasons: [...spam, ...doubt] }
}
