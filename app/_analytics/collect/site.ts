import { timingSafeEqual } from 'node:crypto'
import type { Step } from './draft'

/** Whose hit it is, by its key, and whether the sender holds that site's secret. */
export const site: Step = (draft, { byKey }) => {
  const key = draft.fields.get('_k')
  if (!key) return draft.bad ?? 'missing-key'
  const found = byKey(key)
  if (!found) return 'unknown-key'
  draft.site = found
  if (draft.bad) return draft.bad
  const { bearer, signed } = draft.sender
  draft.trusted = signed || (bearer !== '' && sameText(bearer, found.site.secret))
}

/** Equality that takes as long whether the texts differ early or late. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
