import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { authors } from '@/_blog/authors'
import { isoDate, longDate } from '@/_blog/dates'
import { MdxBody } from '@/_blog/mdx-body'
import { findPost, type Post } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'

type Props = { params: Promise<{ slug: string }> }

async function postOf({ params }: Props): Promise<Post> {
  await connection()
  const found = findPost((await params).slug, systemClock)
  if (!found) notFound()
  if ('movedTo' in found) permanentRedirect(`/blog/${found.movedTo}`)
  return found.post
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description, slug, canonical } = await postOf(props)
  return { title, description, alternates: { canonical: canonical ?? `/blog/${slug}` } }
}

export default async function PostPage(props: Props) {
  const post = await postOf(props)
  return (
    <main className="page">
      <article>
        <h1>{post.title}</h1>
        <p>{post.description}</p>
        <p>
          {authors[post.author].name},{' '}
          <time dateTime={isoDate(post.publishedAt)}>{longDate(post.publishedAt)}</time>, {post.minutes} min
        </p>
        <nav aria-label="On this page">
          <ol>
            {post.headings.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ol>
        </nav>
        <MdxBody code={post.code} />
      </article>
    </main>
  )
}
