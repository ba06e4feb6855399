import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { commentQueue, type List, lists } from '@/_blog/comments/moderation.data'
import { systemClock } from '@/_platform/clock'
import { EmptyState } from '@/_ui/empty-state'
import { PageHead } from '@/_ui/page-head'
import { Pagination } from '@/_ui/pagination'
import { StaffOnly } from '../staff-only'
import { Queue } from './queue'
import { Switch } from './switch'
import '@/_blog/comments/comments.css'

export const metadata: Metadata = { title: 'Comments', robots: { index: false } }

const names: Record<List, string> = {
  held: 'Waiting',
  reported: 'Reported',
  spam: 'Spam',
  approved: 'Published',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StaffComments({ searchParams }: Props) {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/comments" />
  const query = await searchParams
  const list = lists.find(one => one === query.list) ?? 'held'
  const page = Math.max(1, Math.min(10_000, Number.parseInt(String(query.page ?? '1'), 10) || 1))
  const { rows, counts, pages } = await commentQueue(who, list, page, systemClock)
  return (
    <>
      <PageHead title="Comments">
        What you decide also teaches the filter. Keys: j and k move, x ticks, a approves, s calls spam, d
        deletes.
      </PageHead>
      <Switch list={list} names={names} counts={counts} />
      {rows.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={list === 'held' ? 'Nothing waits' : 'Nothing here'}>
            {list === 'held'
              ? 'New comments from addresses that were never approved come here, and you get a mail about them.'
              : 'This list fills by what readers send and what you decide.'}
          </EmptyState>
        </div>
      ) : (
        <Queue key={`${list}:${page}`} list={list} rows={rows} />
      )}
      <Pagination page={page} pages={pages} href={at => `/staff/comments?list=${list}&page=${at}`} />
    </>
  )
}
