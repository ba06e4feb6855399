import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { topics } from '@/_audience/topics'
import { isoDate, longDate } from '@/_blog/dates'
import { archived } from '@/_newsletters/archive.data'
import { LetterPage } from '@/_newsletters/letter/letter-page'
import { AppError } from '@/_platform/errors'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import '@/_blog/content.css'
import { pageAddress } from '@/_ui/page-address'

type Props = { params: Promise<{ slug: string }> }

const letterAt = cache((slug: string) =>
  archived(slug).catch(error => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, subject, about, topic, listed } = await letterAt((await params).slug)
  return {
    title: subject,
    description: about || topics[topic].about,
    ...pageAddress(`/newsletter/archive/${slug}`, { pictured: '/newsletter/archive' }),
    ...(!listed && { robots: { index: false } }),
  }
}

export default async function ArchivedLetter({ params }: Props) {
  const { subject, about, topic, source, at } = await letterAt((await params).slug)
  const above = [{ text: 'Newsletters so far', href: '/newsletter/archive' }]
  return (
    <article className="shell pb-20">
      <PageHead title={subject} above={<Breadcrumbs above={above} here={subject} />}>
        {about}
        <span className="mt-3 block text-[0.9375rem]">
          {topics[topic].name}, <time dateTime={isoDate(at)}>{longDate(at)}</time>
        </span>
      </PageHead>
      <div className="border-t border-rule pt-10">
        <Prose>
          <LetterPage source={source} />
        </Prose>
      </div>
    </article>
  )
}
