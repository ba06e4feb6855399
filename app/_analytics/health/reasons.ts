import type { DropReason } from '../collect/draft'

/** `refused`: somebody said no, a visitor or the site itself. `dropped`: it could not be stored as it came. */
type Kind = 'refused' | 'dropped'

const reasons: Record<DropReason | 'other', [kind: Kind, short: string, why: string]> = {
  'opt-out': ['refused', 'opted out', 'The visitor has opted out of all sites that are measured here.'],
  'site-opt-out': ['refused', 'opted out here', 'The visitor has opted out of this site.'],
  gpc: ['refused', 'GPC', 'The browser sends Global Privacy Control.'],
  dnt: ['refused', 'Do Not Track', 'The browser sends Do Not Track, which this site honours.'],
  account: ['refused', 'account', 'Collection is stopped for the whole account.'],
  person: ['refused', 'person', 'The person has asked not to be recorded.'],
  'shield-address': ['refused', 'address', 'The sender’s address is on the site’s list of blocked ones.'],
  'shield-host': ['refused', 'host', 'The page is on a host that the site does not collect from.'],
  'shield-path': ['refused', 'path', 'The page’s path is on the site’s list of blocked ones.'],
  'blocked-event': ['refused', 'blocked event', 'The event is on the site’s list of events never to store.'],
  cookieless: ['refused', 'cookieless', 'The site records without identifiers; this needs one.'],
  'named-merge': ['refused', 'merge', 'Two named people were to be merged, which the site forbids.'],
  'unsigned-identity': [
    'refused',
    'unsigned',
    'The identity had no valid signature, which the site requires.',
  ],
  'sensitive-identity': [
    'refused',
    'sensitive identity',
    'The identity looks like a payment card or a national number. Send another one.',
  ],
  method: ['dropped', 'method', 'The request was neither GET nor POST.'],
  head: ['dropped', 'HEAD', 'HEAD requests ask whether we are there; they store nothing.'],
  aborted: ['dropped', 'broken off', 'The sender hung up before the hit was complete.'],
  'too-large': ['dropped', 'too large', 'The request was larger than is taken.'],
  charset: ['dropped', 'charset', 'The text was not UTF-8.'],
  malformed: ['dropped', 'malformed', 'The request could not be read.'],
  'too-many': ['dropped', 'too many', 'A batch had more than 500 hits.'],
  'bad-signature': ['dropped', 'signature', 'A signed batch had a wrong signature. Check the secret.'],
  'missing-key': ['dropped', 'no key', 'The hit named no key.'],
  'unknown-key': ['dropped', 'unknown key', 'No site has the key that the hit named.'],
  'too-old': ['dropped', 'too old', 'The event’s time is before 2009. Times are in seconds, UTC.'],
  empty: ['dropped', 'empty', 'The hit had no event and no property.'],
  'too-many-names': ['dropped', 'too many names', 'The site has as many different names as are kept.'],
  'no-person': ['dropped', 'no person', 'The hit named nobody. Send _p, or _anon=1 where that is meant.'],
  'long-identity': ['dropped', 'long identity', 'The identity is longer than 255 characters.'],
  'same-identity': ['dropped', 'same identity', 'An alias named the same identity twice.'],
  other: ['dropped', 'other', 'More different reasons came in than are counted apart.'],
}

export type Reason = { reason: string; kind: Kind; short: string; why: string }

/** A reason in words for the site's owner; one that is not known stands as it was counted. */
export function explain(reason: string): Reason {
  const known = Object.hasOwn(reasons, reason) && reasons[reason as DropReason]
  const [kind, short, why] = known || (['dropped', reason, ''] as const)
  return { reason, kind, short, why }
}

/** What was taken out of a hit that was stored: `redacted:NAME` and `blocked:NAME` of a property, or a limit. */
export function partOf(
  reason: string,
): { what: 'redacted' | 'blocked' | 'limit'; property: string } | undefined {
  const found = /^(redacted|blocked|limit):(.*)$/s.exec(reason)
  return found ? { what: found[1] as 'redacted', property: found[2] as string } : undefined
}
