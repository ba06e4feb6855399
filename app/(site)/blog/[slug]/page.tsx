import type { Metadata } from 'next'
import { draftMode } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { readersOf } from '@/_analytics/reports/own-reading'
import { authors } from '@/_blog/authors'
import { Comments } from '@/_blog/comments/comments'
import { ContentsList } from '@/_blog/contents-list'
import { isoDate, longDate } from '@/_blog/dates'
import { MdxBody } from '@/_blog/mdx-body'
import { PostFoot } from '@/_blog/post-foot'
import { findPost, type Post, visiblePosts } from '@/_blog/posts'
import { TagLinks } from '@/_blog/tag-links'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { count } from '@/_ui/format'
import { JsonLd } from '@/_ui/json-ld'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'

type Props = { params: Promise<{ slug: string }> }

async function postOf({ params }: Props): Promise<Post> {
  await connection()
  const { isEnabled: previewing } = await draftMode()
  const found = findPost((await params).slug, systemClock, previewing)
  if (!found) notFound()
  if ('movedTo' in found) permanentRedirect(`/blog/${found.movedTo}`)
  return found.post
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description, slug, canonical, publishedAt, updatedAt } = await postOf(props)
  const page = `/blog/${slug}`
  return {
    title,
    description,
    alternates: {
      canonical: canonical ?? page,
      types: { 'text/markdown': `${page}.md`, 'application/atom+xml': `${page}/comments.xml` },
    },
    openGraph: {
      type: 'article',
      title,
      description,
      url: page,
      publishedTime: isoDate(publishedAt),
      modifiedTime: isoDate(updatedAt),
      images: [{ url: `${page}/og.png`, width: 1200, height: 630, alt: title }],
    },
  }
}

export default async function PostPage(props: Props) {
  const post = await postOf(props)
  const { title, description, slug, publishedAt, updatedAt } = post
  const author = authors[post.author].name
  const published = visiblePosts(systemClock)
  const readers = await readersOf(`/blog/${slug}`, systemClock)
  return (
    <>
      {!published.includes(post) && (
        <Notice title="Nobody else can read this yet">
          You see it by a preview link.{' '}
          <a className="link" href="/blog/preview">
            End the preview
          </a>
        </Notice>
      )}
      <article>
        <PageHead
          above={<Breadcrumbs above={[{ href: '/blog', text: 'Blog' }]} here={title} />}
          title={title}
        >
          {description}
        </PageHead>
        <div className="flex flex-wrap items-center justify-between gap-x-8 border-y border-rule py-2 text-[0.9375rem] text-soft">
          <p className="figures">
            {author}, <time dateTime={isoDate(publishedAt)}>{longDate(publishedAt)}</time>, {post.minutes} min
            to read
            {readers > 0 && `, read by ${count(readers)} in 30 days`}
            {updatedAt > publishedAt && (
              <>
                , updated <time dateTime={isoDate(updatedAt)}>{longDate(updatedAt)}</time>
              </>
            )}
          </p>
          <TagLinks of={post.tags} label="Subjects of this post" />
        </div>
        <div className="mt-10 gap-16 lg:grid lg:grid-cols-[minmax(0,42rem)_minmax(0,16rem)]">
          <Prose>
            {post.canonical && (
              <p className="font-sans text-[0.9375rem] text-soft">
                First published at{' '}
                <a className="link" href={post.canonical}>
                  {new URL(post.canonical).host}
                </a>
                .
              </p>
            )}
            <MdxBody code={post.code} />
          </Prose>
          <div className="mt-10 lg:sticky lg:top-8 lg:mt-0 lg:self-start max-lg:hidden">
            <ContentsList headings={post.headings} />
          </div>
        </div>
      </article>
      {published.includes(post) && <Comments post={post} />}
      {published.includes(post) && <PostFoot post={post} posts={published} />}
      <JsonLd
        data={{
          '@type': 'BlogPosting',
          headline: title,
          description,
          url: `${env.SITE_URL}/blog/${slug}`,
          datePublished: isoDate(publishedAt),
          dateModified: isoDate(updatedAt),
          author: { '@type': 'Organization', name: author },
        }}
      />
    </>
  )
}
