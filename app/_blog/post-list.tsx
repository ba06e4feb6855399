import Link from 'next/link'
import { isoDate, longDate } from './dates'
import type { Post } from './posts'

/** Posts as a list of entries: day, title, what it says. */
export function PostList({ posts, level = 'h3' }: { posts: Post[]; level?: 'h2' | 'h3' }) {
  const Heading = level
  return (
    <ul>
      {posts.map(post => (
        <li key={post.slug} className="border-b border-rule py-6 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-8">
          <p className="figures text-[0.9375rem] text-soft sm:pt-1">
            <time dateTime={isoDate(post.publishedAt)}>{longDate(post.publishedAt)}</time>
            <span className="sm:block">
              <span className="sm:hidden">, </span>
              {post.minutes} min to read
            </span>
          </p>
          <div className="mt-1 max-w-[60ch] sm:mt-0">
            <Heading className="text-2xl">
              <Link href={`/blog/${post.slug}`} className="hover:text-signal">
                {post.title}
              </Link>
            </Heading>
            <p className="mt-2 text-soft">{post.description}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
