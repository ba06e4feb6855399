import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { systemClock } from '@/_platform/clock'
import { publicVersions } from '@/_privacy/legal'
import {
  changesPath,
  documentNames,
  legalDocuments,
  legalPath,
  versionPath,
} from '@/_privacy/legal-documents'
import { LegalDay } from '@/_privacy/legal-page'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

export const metadata: Metadata = {
  title: 'Legal texts',
  description:
    'Every version of the terms, the privacy policy and what belongs to them, with the differences.',
  ...pageAddress('/legal'),
}

export default async function Legal() {
  await connection()
  return (
    <div className="shell pb-20">
      <PageHead title="Legal texts">
        A new version binds who comes after it was posted, and everybody else 14 days later. Every earlier one
        stays readable here.
      </PageHead>
      {documentNames.map(document => (
        <section key={document} className="mt-10 max-w-[52rem]" aria-labelledby={document}>
          <h2 id={document} className="text-2xl">
            <Link href={legalPath(document)} className="hover:text-signal hover:underline">
              {legalDocuments[document].name}
            </Link>
          </h2>
          <ol className="mt-3 divide-y divide-rule border-y border-rule">
            {publicVersions(document, systemClock).map(({ effective, changes, kind }, place) => (
              <li key={effective} className="py-3 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-6">
                <Link href={versionPath(document, effective)} className="link">
                  <LegalDay effective={effective} />
                </Link>
                <p className="max-sm:mt-1">
                  {place === 0 && <strong>In force. </strong>}
                  {changes}{' '}
                  {kind !== 'first' && (
                    <Link href={changesPath(document, effective)} className="link">
                      What changed
                    </Link>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
