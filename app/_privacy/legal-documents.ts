import type { LegalVersion } from 'content-collections'

export type LegalDocument = LegalVersion['document']

/** Every legal text, with its name in a sentence and whether opening an account means agreeing to it. */
export const legalDocuments: Record<LegalDocument, { name: string; agreed: boolean }> = {
  privacy: { name: 'Privacy policy', agreed: true },
  terms: { name: 'Terms of service', agreed: true },
  providers: { name: 'Service providers', agreed: false },
  cookies: { name: 'Cookies', agreed: false },
  transparency: { name: 'Transparency', agreed: false },
}

export const documentNames = Object.keys(legalDocuments) as LegalDocument[]

/** What an account agrees to. */
export const agreedDocuments = documentNames.filter(name => legalDocuments[name].agreed)

export const isLegalDocument = (name: string): name is LegalDocument => Object.hasOwn(legalDocuments, name)

/** Where the version in force is read. */
export const legalPath = (document: LegalDocument): string => `/${document}`

/** Where one version stays readable. */
export const versionPath = (document: LegalDocument, version: string): string =>
  `/legal/${document}/${version}`

/** Where its difference to the version before is read. */
export const changesPath = (document: LegalDocument, version: string): string =>
  `${versionPath(document, version)}/changes`
