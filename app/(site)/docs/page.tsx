import type { Metadata } from 'next'
import Link from 'next/link'
import { docSections, docsInOrder } from '@/_blog/docs'
import { SearchForm } from '@/_blog/search-form'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

const description =
  'How to install the tracker, send hits over HTTP, name people, keep promises to visitors, and run the service yourself.'

export const metadata: Metadata = { title: 'Documentation', description, ...pageAddress('/docs') }

export default function DocsPage() {
  return (
    <>
      <PageHead title="Documentation">{description}</PageHead>
      <SearchForm action="/docs/search" label="Search the documentation" />
      {docSections.map((section, at) => (
        <section key={section} className="mt-10" aria-labelledby={`section-${at}`}>
          <h2 id={`section-${at}`} className="border-b border-ink pb-2 text-2xl">
            {section}
          </h2>
          <dl>
            {docsInOrder
              .filter(doc => doc.section === section)
              .map(({ slug, title, description }) => (
                <div
                  key={slug}
                  className="border-b border-rule py-4 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-8"
                >
                  <dt>
                    <Link href={`/docs/${slug}`} className="link font-semibold">
                      {title}
                    </Link>
                  </dt>
                  <dd className="max-w-[60ch] text-soft">{description}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  )
}
