import Link from 'next/link'
import type { Post } from './posts'
import { neighbours, related } from './published'
import { series } from './series'

/** What to read after a post: the rest of its series, posts on the same subjects, and its neighbours in time. */
export function PostFoot({ post, posts }: { post: Post; posts: Post[] }) {
  const { newer, older } = neighbours(posts, post.slug)
  const alike = related(posts, post)
  const parts = post.series ? posts.filter(({ series }) => series === post.series).reverse() : []
  return (
    <div className="mt-14 grid gap-10 border-t border-ink pt-8 sm:grid-cols-2">
      {post.series && parts.length > 1 && (
        <section aria-labelledby="series">
          <h2 id="series" className="text-xl">
            {series[post.series].title}
          </h2>
          <p className="mt-1 text-soft">{series[post.series].about}</p>
          <ol className="mt-3 list-decimal pl-5">
            {parts.map(part => (
              <li key={part.slug} className="py-1">
                {part.slug === post.slug ? <strong>{part.title}</strong> : <PostLink to={part} />}
              </li>
            ))}
          </ol>
        </section>
      )}
      {alike.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related" className="text-xl">
            On the same subject
          </h2>
          <ul className="mt-3">
            {alike.map(other => (
              <li key={other.slug} className="py-1">
                <PostLink to={other} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-label="Other posts" className="flex flex-wrap justify-between gap-4 sm:col-span-2">
        {older ? <Neighbour rel="prev" label="Before this" to={older} /> : <span />}
        {newer && <Neighbour rel="next" label="After this" to={newer} />}
      </nav>
    </div>
  )
}

const PostLink = ({ to }: { to: Post }) => (
  <Link href={`/blog/${to.slug}`} className="link">
    {to.title}
  </Link>
)

const Neighbour = ({ to, rel, label }: { to: Post; rel: string; label: string }) => (
  <p className="max-w-[34ch]">
    <span className="eyebrow block">{label}</span>
    <Link href={`/blog/${to.slug}`} rel={rel} className="link">
      {to.title}
    </Link>
  </p>
)
