import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { recordOwn } from '@/_analytics/own-event'
import { findablePosts } from '@/_blog/findable'
import { FoundList } from '@/_blog/found-list'
import { search } from '@/_blog/search.data'
import { SearchForm } from '@/_blog/search-form'
import { systemClock } from '@/_platform/clock'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

export const metadata: Metadata = {
  title: 'Search the blog',
  robots: { index: false },
  ...pageAddress('/blog/search', { pictured: '/blog' }),
}

type Props = { searchParams: Promise<{ q?: string | string[]; typing?: string | string[] }> }

export default async function BlogSearchPage({ searchParams }: Props) {
  const { q, typing } = await searchParams
  const query = [q].flat().join(' ').trim()
  const posts = findablePosts(systemClock)
  const found = query ? search(`blog:${posts.length}`, () => posts, query) : []
  if (query && found.length === 0 && typing === undefined)
    recordOwn(await headers(), 'Searched Without Result', { query: query.slice(0, 100) })
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/blog', text: 'Blog' }]} here="Search" />}
        title="Search the blog"
      />
      <SearchForm action="/blog/search" label="Search the blog" query={query} />
      <FoundList query={query} found={found} />
    </>
  )
}
