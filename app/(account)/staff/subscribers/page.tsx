import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { findSubscribers } from '@/_audience/staff/subscriber-list.data'
import { topicNames, topics } from '@/_audience/topics'
import { Button, ButtonLink } from '@/_ui/button'
import { Field, SelectField } from '@/_ui/field'
import { count } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Pagination } from '@/_ui/pagination'
import { Table } from '@/_ui/table'
import { one, pageOf, type Query } from '../query'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Subscribers' }

const states = { confirmed: 'Confirmed', pending: 'Not confirmed', left: 'Left' } as const
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

export default async function Subscribers({ searchParams }: { searchParams: Query }) {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/subscribers" />
  const query = await searchParams
  const search = { q: one(query.q), topic: one(query.topic), state: one(query.state) }
  const page = pageOf(query.page)
  const { total, pages, rows } = await findSubscribers(who, search, page)
  const asked = new URLSearchParams(search)
  return (
    <>
      <PageHead title="Subscribers">
        Everyone who asked for mail, with what they asked for. What they said and when is kept with each.
      </PageHead>
      <form method="get" className="mb-6 grid gap-4 sm:grid-cols-[2fr_1fr_1fr_auto] sm:items-end">
        <Field name="q" type="search" label="Address" defaultValue={search.q} />
        <SelectField name="topic" label="Topic" defaultValue={search.topic}>
          <option value="">Any</option>
          {topicNames.map(name => (
            <option key={name} value={name}>
              {topics[name].name}
            </option>
          ))}
        </SelectField>
        <SelectField name="state" label="State" defaultValue={search.state}>
          <option value="">Any</option>
          {Object.entries(states).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
        <Button look="quiet">Search</Button>
      </form>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <p className="mr-auto">{count(total)} found</p>
        <ButtonLink look="quiet" href={`/staff/subscribers/export?${asked}`} prefetch={false}>
          Download these (CSV)
        </ButtonLink>
        <ButtonLink look="quiet" href="/staff/subscribers/import">
          Import
        </ButtonLink>
      </div>
      <Table
        caption="Subscribers"
        hideCaption
        rows={rows}
        rowKey={row => row.id}
        columns={[
          {
            name: 'Address',
            cell: row => <span className="inline-block min-w-44 wrap-anywhere">{row.email}</span>,
          },
          {
            name: 'Topics',
            cell: row =>
              row.subscriptions
                .map(
                  ({ topic, state }) =>
                    `${topics[topic as keyof typeof topics]?.name ?? topic} (${states[state as keyof typeof states]?.toLowerCase() ?? state})`,
                )
                .join(', '),
          },
          { name: 'How often', cell: row => row.frequency },
          { name: 'Paused until', cell: row => (row.pausedUntil ? date.format(row.pausedUntil) : '') },
          { name: 'Since', cell: row => date.format(row.createdAt), numeric: true },
        ]}
      />
      <div className="mt-6">
        <Pagination
          page={page}
          pages={pages}
          href={to => `/staff/subscribers?${new URLSearchParams({ ...search, page: `${to}` })}`}
        />
      </div>
    </>
  )
}
