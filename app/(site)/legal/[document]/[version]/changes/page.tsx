import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { differenceOf } from '@/_privacy/legal-difference'
import { changesPath, legalDocuments, legalPath, versionPath } from '@/_privacy/legal-documents'
import { LegalDay } from '@/_privacy/legal-page'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { type VersionParams, versionHere } from '../version-here'
import { Difference } from './difference'

export async function generateMetadata({ params }: VersionParams): Promise<Metadata> {
  const { version } = await versionHere(params)
  return {
    title: `${version.title}: what changed on ${version.effective}`,
    description: `The difference between the version of ${version.effective} and the one before it, word by word.`,
    ...pageAddress(changesPath(version.document, version.effective), {
      pictured: legalPath(version.document),
    }),
  }
}

export default async function Changes({ params }: VersionParams) {
  const { version, before } = await versionHere(params)
  if (!before) notFound()
  const { document, effective } = version
  const above = [
    { href: '/legal', text: 'Legal texts' },
    { href: legalPath(document), text: legalDocuments[document].name },
    { href: versionPath(document, effective), text: effective },
  ]
  return (
    <article className="shell pb-20">
      <PageHead above={<Breadcrumbs above={above} here="What changed" />} title="What changed">
        <p>
          From the version of{' '}
          <Link href={versionPath(document, before.effective)} className="link">
            <LegalDay effective={before.effective} />
          </Link>{' '}
          to that of{' '}
          <Link href={versionPath(document, effective)} className="link">
            <LegalDay effective={effective} />
          </Link>
          . {version.changes}
        </p>
      </PageHead>
      <Difference blocks={differenceOf(before.source, version.source)} />
    </article>
  )
}
