import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { ContentsList } from '@/_blog/contents-list'
import { type Doc, docsInOrder, findDoc } from '@/_blog/docs'
import { MdxBody } from '@/_blog/mdx-body'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'

type Props = { params: Promise<{ slug: string }> }

async function docOf({ params }: Props): Promise<Doc> {
  await connection()
  return findDoc((await params).slug) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description, slug } = await docOf(props)
  const page = `/docs/${slug}`
  return { title, description, ...pageAddress(page, { types: { 'text/markdown': `${page}.md` } }) }
}

export default async function DocPage(props: Props) {
  const doc = await docOf(props)
  const next = docsInOrder[docsInOrder.indexOf(doc) + 1]
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/docs', text: 'Docs' }]} here={doc.title} />}
        title={doc.title}
      >
        {doc.description}
      </PageHead>
      <div className="gap-8 xl:grid xl:grid-cols-[minmax(0,1fr)_11rem]">
        <Prose serif={false}>
          <MdxBody code={doc.code} />
        </Prose>
        <div className="max-xl:hidden xl:sticky xl:top-8 xl:self-start">
          <ContentsList headings={doc.headings} />
        </div>
      </div>
      <div className="mt-12 flex flex-wrap justify-between gap-4 border-t border-rule pt-4 text-[0.9375rem]">
        <a href={`/docs/${doc.slug}.md`} className="link">
          This page as Markdown
        </a>
        {next && (
          <p>
            Next:{' '}
            <Link href={`/docs/${next.slug}`} rel="next" className="link">
              {next.title}
            </Link>
          </p>
        )}
      </div>
    </>
  )
}
