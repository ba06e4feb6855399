import type { Metadata } from 'next'
import { connection } from 'next/server'
import { isoDate, longDate } from '@/_blog/dates'
import { visiblePosts } from '@/_blog/posts'
import { byYear } from '@/_blog/published'
import { systemClock } from '@/_platform/clock'

export const metadata: Metadata = {
  title: 'Blog',
  description: 'Notes on measuring without spying: how numbers are counted, and what is better left alone.',
  alternates: { canonical: '/blog' },
}

export default async function BlogPage() {
  await connection()
  return (
    <main className="page">
      <h1>Measuring without spying</h1>
      {byYear(visiblePosts(systemClock)).map(({ year, posts }) => (
        <section key={year} aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{year}</h2>
          {posts.map(post => (
            <article key={post.slug}>
              <h3>
                <a href={`/blog/${post.slug}`}>{post.title}</a>
              </h3>
              <p>{post.description}</p>
              <p>
                <time dateTime={isoDate(post.publishedAt)}>{longDate(post.publishedAt)}</time>, {post.minutes}{' '}
                min
              </p>
            </article>
          ))}
        </section>
      ))}
    </main>
  )
}
