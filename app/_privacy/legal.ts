import { allLegals, type LegalVersion } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { versionInForce } from './version-in-force'

export type { LegalVersion }

/**
 * The text of a document that is in force.
 * @throws Error when content/legal has no version of it
 */
export function legalInForce(document: LegalVersion['document'], clock: Clock): LegalVersion {
  const versions = allLegals.filter(version => version.document === document && !version.draft)
  const inForce = versionInForce(versions, clock())
  if (!inForce) throw new Error(`content/legal has no version of "${document}"`)
  return inForce
}
