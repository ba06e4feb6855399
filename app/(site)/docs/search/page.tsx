import type { Metadata } from 'next'
import { findableDocs } from '@/_blog/findable'
import { FoundList } from '@/_blog/found-list'
import { search } from '@/_blog/search.data'
import { SearchForm } from '@/_blog/search-form'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

export const metadata: Metadata = {
  title: 'Search the documentation',
  robots: { index: false },
  ...pageAddress('/docs/search', { pictured: '/docs' }),
}

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export default async function DocsSearchPage({ searchParams }: Props) {
  const { q } = await searchParams
  const query = [q].flat().join(' ').trim()
  const found = query ? search('docs', findableDocs, query) : []
  return (
    <>
      <PageHead title="Search the documentation" />
      <SearchForm action="/docs/search" label="Search the documentation" query={query} />
      <FoundList query={query} found={found} />
    </>
  )
}
