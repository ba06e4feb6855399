import type { Metadata } from 'next'
import { connection } from 'next/server'
import { blog } from '@/_blog/blog'
import { feedLinks } from '@/_blog/feeds/feed-links'
import { PostList } from '@/_blog/post-list'
import { visiblePosts } from '@/_blog/posts'
import { byYear } from '@/_blog/published'
import { SearchForm } from '@/_blog/search-form'
import { TagLinks } from '@/_blog/tag-links'
import { type TagKey, tags } from '@/_blog/tags'
import { systemClock } from '@/_platform/clock'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

export const metadata: Metadata = {
  title: 'Blog',
  description: blog.description,
  ...pageAddress('/blog', { types: feedLinks('/blog') }),
}

export default async function BlogPage() {
  await connection()
  return (
    <>
      <PageHead title={blog.title}>{blog.description}</PageHead>
      <div className="mb-4">
        <SearchForm action="/blog/search" label="Search the blog" />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-8 border-b border-ink pb-3">
        <TagLinks of={Object.keys(tags) as TagKey[]} label="Subjects" />
        <p className="flex gap-x-5 text-[0.9375rem]">
          <a className="link" href="/blog/feed.xml">
            RSS
          </a>
          <a className="link" href="/blog/atom.xml">
            Atom
          </a>
          <a className="link" href="/blog/feed.json">
            JSON
          </a>
        </p>
      </div>
      {byYear(visiblePosts(systemClock)).map(({ year, posts }) => (
        <section key={year} aria-labelledby={`year-${year}`} className="mt-8">
          <h2 id={`year-${year}`} className="eyebrow">
            {year}
          </h2>
          <PostList posts={posts} />
        </section>
      ))}
    </>
  )
}
