import type { Metadata } from 'next'
import Link from 'next/link'
import { LegalBody } from '@/_privacy/legal-body'
import { changesPath, legalDocuments, legalPath, versionPath } from '@/_privacy/legal-documents'
import { LegalDay } from '@/_privacy/legal-page'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { Notice } from '@/_ui/notice'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { type VersionParams, versionHere } from './version-here'

export async function generateMetadata({ params }: VersionParams): Promise<Metadata> {
  const { version } = await versionHere(params)
  return {
    title: `${version.title}, ${version.effective}`,
    description: `The version of ${version.effective}. ${version.changes}`,
    ...pageAddress(versionPath(version.document, version.effective), {
      pictured: legalPath(version.document),
    }),
  }
}

export default async function Version({ params }: VersionParams) {
  const { version, before, inForce } = await versionHere(params)
  const { document, effective } = version
  const above = [
    { href: '/legal', text: 'Legal texts' },
    { href: legalPath(document), text: legalDocuments[document].name },
  ]
  return (
    <article className="shell pb-20">
      <PageHead above={<Breadcrumbs above={above} here={effective} />} title={version.title}>
        <p>
          The version of <LegalDay effective={effective} />. {version.changes}{' '}
          {before && (
            <Link href={changesPath(document, effective)} className="link">
              What changed, word by word
            </Link>
          )}
        </p>
      </PageHead>
      {version !== inForce && (
        <div className="mb-10 max-w-[46rem]">
          <Notice title="This version is no longer the newest">
            <Link href={legalPath(document)} className="link">
              Read the one of <LegalDay effective={inForce.effective} />
            </Link>
            . Lists that are made from the running system are shown as they are today.
          </Notice>
        </div>
      )}
      <LegalBody version={version} />
    </article>
  )
}
