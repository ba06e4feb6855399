import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LegalVersion } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { sharedOnce } from '@/_platform/shared'
import type { LegalDocument } from './legal-documents'
import { versionInForce } from './version-in-force'

export type { LegalVersion }

/** Every finished version of every legal text, as the build compiled content/legal; oldest first. */
export const legalVersions = (): LegalVersion[] =>
  sharedOnce('legal', () => {
    const all: LegalVersion[] = JSON.parse(readFileSync(join('.build', 'legal.json'), 'utf8'))
    return all
      .filter(version => !version.draft)
      .sort((one, other) => one.effective.localeCompare(other.effective))
  })

/** The versions of a text whose day (UTC) has begun, newest first; of a new text, its first. */
export function publicVersions(document: LegalDocument, clock: Clock): LegalVersion[] {
  const versions = legalVersions().filter(version => version.document === document)
  const inForce = versionInForce(versions, clock())
  return inForce ? versions.slice(0, versions.indexOf(inForce) + 1).reverse() : []
}

/** One version whose day has begun, or undefined when there is none of that name. */
export const publicVersion = (
  document: LegalDocument,
  effective: string,
  clock: Clock,
): LegalVersion | undefined =>
  publicVersions(document, clock).find(version => version.effective === effective)

/**
 * The text of a document that is in force.
 * @throws Error when content/legal has no version of it
 */
export function legalInForce(document: LegalDocument, clock: Clock): LegalVersion {
  const [inForce] = publicVersions(document, clock)
  if (!inForce) throw new Error(`content/legal has no version of "${document}"`)
  return inForce
}
