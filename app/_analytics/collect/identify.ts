import type { DropReason, Step } from './draft'
import { maxName } from './normalise'

/** Who the hit is of: exact and case-sensitive, never rewritten (kissmetrics.md, 1.4 and 1.8). */
export const identify: Step = ({ kind, fields, identity, hit }) => {
  if (!identity) return kind === 'event' ? undefined : 'cookieless'
  const person = readIdentity(fields.get('_p'))
  if (kind !== 'alias' && person === undefined && fields.get('_anon') === '1') return
  if (person === undefined) return 'no-person'
  if (person.length > maxName) return 'long-identity'
  hit._p = person
  return kind === 'alias' ? alias(person, fields, hit) : undefined
}

function alias(person: string, fields: Map<string, string>, hit: { _p2?: string }): DropReason | undefined {
  const other = readIdentity(fields.get('_n'))
  if (other === undefined) return 'no-person'
  if (other.length > maxName) return 'long-identity'
  if (other === person) return 'same-identity'
  hit._p2 = other
}

const rawAnonymousId = /^[A-Za-z0-9/ ]{27}=$/

/**
 * The identity as it was meant; blank is none. An anonymous id that a client did not encode arrives with blanks
 * for its `+` (kissmetrics.md, 1.3, Encoding).
 */
export function readIdentity(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  return text.length === 28 && rawAnonymousId.test(text) ? text.replaceAll(' ', '+') : text
}
