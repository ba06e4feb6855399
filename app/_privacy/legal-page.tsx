import type { Metadata } from 'next'
import Link from 'next/link'
import { longDate } from '@/_blog/dates'
import { systemClock } from '@/_platform/clock'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'
import { legalInForce, publicVersions } from './legal'
import { LegalBody } from './legal-body'
import { changesPath, type LegalDocument, legalPath, versionPath } from './legal-documents'
import '@/_blog/content.css'
import { pageAddress } from '@/_ui/page-address'

export function legalMetadata(document: LegalDocument): Metadata {
  const { title, description } = legalInForce(document, systemClock)
  return { title, description, ...pageAddress(legalPath(document)) }
}

/** The day a version begins, in words. */
export const LegalDay = ({ effective }: { effective: string }) => (
  <time dateTime={effective}>{longDate(Date.parse(effective))}</time>
)

/** A legal text as it is in force, with the way to what it was. */
export function LegalPage({ document }: { document: LegalDocument }) {
  const [version, before] = publicVersions(document, systemClock)
  if (!version) throw new Error(`content/legal has no version of "${document}"`)
  const { operator, mail } = brand
  return (
    <article className="shell pb-20">
      <PageHead title={version.title}>
        <p>
          In force since <LegalDay effective={version.effective} />. {operator.name}, {operator.street},{' '}
          {operator.city}, {operator.country}. Privacy office:{' '}
          <a href={`mailto:${mail.privacy}`} className="link">
            {mail.privacy}
          </a>
          .
        </p>
        {before && (
          <p className="mt-2">
            {version.changes}{' '}
            <Link href={changesPath(document, version.effective)} className="link">
              What changed, word by word
            </Link>
            .
          </p>
        )}
      </PageHead>
      <LegalBody version={version} />
      <p className="mt-12 text-soft">
        <Link href="/legal" className="link">
          Every version of every text
        </Link>
        . This one stays at{' '}
        <Link href={versionPath(document, version.effective)} className="link">
          {versionPath(document, version.effective)}
        </Link>
        .
      </p>
    </article>
  )
}
