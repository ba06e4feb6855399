import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { listOutbox, outboxStates } from '@/_audience/staff/outbox-list.data'
import { Button } from '@/_ui/button'
import { count } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Pagination } from '@/_ui/pagination'
import { Table } from '@/_ui/table'
import { one, pageOf, type Query } from '../query'
import { StaffOnly } from '../staff-only'
import { Told } from '../told'
import { giveUp, retry } from './actions'

export const metadata: Metadata = { title: 'Outbox' }

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

const buttons = {
  failed: { act: retry, text: 'Try again' },
  waiting: { act: giveUp, text: 'Give up' },
} as const

export default async function Outbox({ searchParams }: { searchParams: Query }) {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/outbox" />
  const query = await searchParams
  const state = outboxStates.find(name => name === one(query.state)) ?? ''
  const page = pageOf(query.page)
  const { counts, pages, rows } = await listOutbox(who, state, page)
  return (
    <>
      <PageHead title="Outbox">
        Every message this deployment sends, and what became of it. One that can’t be handed on is tried for
        20 hours after its first try, then given up. Times in UTC.
      </PageHead>
      <div className="space-y-6">
        <Told done={query.done} problem={query.problem} />
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {counts.map(({ state: name, count: n }) => (
            <li key={name}>
              <Link
                className="link"
                href={`/staff/outbox?state=${name}`}
                aria-current={name === state || undefined}
              >
                {name}
              </Link>{' '}
              <span className="figures">{count(n)}</span>
            </li>
          ))}
        </ul>
        <Table
          caption={state ? `Messages: ${state}` : 'All messages'}
          rows={rows}
          rowKey={row => row.id}
          columns={[
            {
              name: 'To',
              cell: row => <span className="inline-block min-w-44 wrap-anywhere">{row.to}</span>,
            },
            { name: 'What', cell: row => row.template },
            { name: 'State', cell: row => row.state },
            { name: 'Tries', cell: row => row.attempts, numeric: true },
            { name: 'At', cell: row => time.format(row.sentAt ?? row.sendAt) },
            { name: 'Last error', cell: row => row.lastError ?? '' },
            {
              name: 'Change',
              cell: row => {
                const button = buttons[row.state as keyof typeof buttons]
                return (
                  button && (
                    <form action={button.act}>
                      <input type="hidden" name="id" value={row.id} />
                      <Button look="bare" small>
                        {button.text}
                      </Button>
                    </form>
                  )
                )
              },
            },
          ]}
        />
        <Pagination
          page={page}
          pages={pages}
          href={to => `/staff/outbox?${new URLSearchParams({ state, page: `${to}` })}`}
        />
      </div>
    </>
  )
}
