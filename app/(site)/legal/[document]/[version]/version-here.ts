import { notFound } from 'next/navigation'
import { systemClock } from '@/_platform/clock'
import { type LegalVersion, publicVersions } from '@/_privacy/legal'
import { isLegalDocument } from '@/_privacy/legal-documents'

export type VersionParams = { params: Promise<{ document: string; version: string }> }

/** The version that the address names, the one before it, and the one that is in force; else 404. */
export async function versionHere(
  params: VersionParams['params'],
): Promise<{ version: LegalVersion; before?: LegalVersion; inForce: LegalVersion }> {
  const { document, version: effective } = await params
  const versions = isLegalDocument(document) ? publicVersions(document, systemClock) : []
  const place = versions.findIndex(version => version.effective === effective)
  if (place < 0) notFound()
  return { version: versions[place]!, before: versions[place + 1], inForce: versions[0]! }
}
