import { createHmac } from 'node:crypto'
import type { Draft, DropReason, Step } from './draft'
import { maxName } from './normalise'
import { hasSensitive } from './sensitive'
import { sameText } from './site'

/** Who the hit is of: exact and case-sensitive, never rewritten (kissmetrics.md, 1.4 and 1.8). */
export const identify: Step = draft => {
  const { kind, fields, identity, hit } = draft
  if (!identity) return kind === 'event' ? undefined : 'cookieless'
  const person = readIdentity(fields.get('_p'))
  if (kind !== 'alias') {
    if (person === undefined) return kind === 'event' && fields.get('_anon') === '1' ? undefined : 'no-person'
    hit._p = person
    return refusal([person], draft)
  }
  const other = readIdentity(fields.get('_n'))
  if (person === undefined || other === undefined) return 'no-person'
  if (person === other) return 'same-identity'
  hit._p = person
  hit._p2 = other
  return refusal([person, other], draft)
}

function refusal(identities: string[], { site: { site }, fields, trusted }: Draft): DropReason | undefined {
  if (identities.some(identity => identity.length > maxName)) return 'long-identity'
  if (identities.some(hasSensitive)) return 'sensitive-identity'
  const named = identities.filter(identity => !isAnonymous(identity))
  if (named.length === 2 && site.settings.forbidNamedMerges) return 'named-merge'
  if (!site.settings.signedIdentities || trusted) return
  const signatures = (fields.get('_s') ?? '').split(',')
  const isSigned = (identity: string) =>
    signatures.some(given => sameText(given, identitySignature(site.secret, identity)))
  if (!named.every(isSigned)) return 'unsigned-identity'
}

/** What a page has to send as `_s` with a named identity where the site demands it: hexadecimal HMAC-SHA256. */
export const identitySignature = (secret: string, identity: string): string =>
  createHmac('sha256', secret).update(identity).digest('hex')

/** Made by a library and not given by the site: 20 bytes in base64, with or without its padding. */
export const isAnonymous = (identity: string): boolean => /^[A-Za-z0-9+/]{27}=?$/.test(identity)

const rawAnonymousId = /^[A-Za-z0-9/ ]{27}=$/

/**
 * The identity as it was meant; blank is none. An anonymous id that a client did not encode arrives with blanks
 * for its `+` (kissmetrics.md, 1.3, Encoding).
 */
export function readIdentity(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  return text.length === 28 && rawAnonymousId.test(text) ? text.replaceAll(' ', '+') : text
}
