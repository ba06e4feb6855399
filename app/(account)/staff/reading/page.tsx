import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { readingOf } from '@/_analytics/reports/own-reading'
import { findPost } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'
import { EmptyState } from '@/_ui/empty-state'
import { count, fullDay } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Reading', robots: { index: false } }

export default async function Reading() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/reading" />
  const { range, pages } = await readingOf('/blog/', systemClock)
  const posts = pages.flatMap(page => {
    const found = findPost(page.path.slice('/blog/'.length), systemClock)
    return found && 'post' in found ? [{ ...page, title: found.post.title }] : []
  })
  const list = (rows: [string, number][]) =>
    rows.map(([name, times]) => (
      <span key={name} className="block min-w-40 break-all">
        {name} <span className="figures text-soft">{count(times)}</span>
      </span>
    ))
  return (
    <>
      <PageHead title="Reading">
        How posts were read from {fullDay(range.from)} to {fullDay(range.to)} (UTC), from this site’s own
        reports. Whoever keeps no cookie is in the views alone; whoever refused is in nothing. Trials are
        those that readers began within seven days.
      </PageHead>
      {posts.length === 0 ? (
        <EmptyState title="Nothing was read yet">
          Open a post, and it is counted here within a minute.
        </EmptyState>
      ) : (
        <Table
          caption="Posts"
          hideCaption
          rows={posts}
          rowKey={row => row.path}
          columns={[
            {
              name: 'Post',
              cell: row => (
                <Link className="link block min-w-36" href={row.path}>
                  {row.title}
                </Link>
              ),
            },
            { name: 'Readers', cell: row => count(row.readers), numeric: true },
            { name: 'Views', cell: row => count(row.views), numeric: true },
            { name: 'In view', cell: row => (row.seconds ? `${row.seconds}\u00a0s` : ''), numeric: true },
            { name: 'Scrolled', cell: row => (row.depth ? `${row.depth}\u00a0%` : ''), numeric: true },
            { name: 'Trials', cell: row => count(row.trials), numeric: true },
            { name: 'Where from', cell: row => list(row.from) },
            { name: 'What next', cell: row => list(row.next) },
          ]}
        />
      )}
    </>
  )
}
