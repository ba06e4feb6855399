import Link from 'next/link'
import { shortDay } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { requestKinds } from './kinds'
import type { OfficeRequest } from './office.data'

const dayOf = (at: number) => shortDay(new Date(at).toISOString().slice(0, 10))

/** The queue of an office: open ones by what is due first, late ones marked in words. `base` is the page's path. */
export function OfficeList({
  caption,
  requests,
  base,
}: {
  caption: string
  requests: OfficeRequest[]
  base: string
}) {
  return (
    <Table
      caption={caption}
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          name: 'Number',
          cell: ({ id }) => (
            <Link href={`${base}/${id}`} className="link whitespace-nowrap">
              {id}
            </Link>
          ),
        },
        { name: 'Wants', cell: ({ kind }) => requestKinds[kind].name },
        { name: 'Asked', cell: ({ askedAt }) => <span className="whitespace-nowrap">{dayOf(askedAt)}</span> },
        {
          name: 'Due',
          cell: ({ dueAt, late, state }) =>
            state !== 'proven' ? (
              state
            ) : (
              <span className={late ? 'font-semibold text-bad' : 'whitespace-nowrap'}>
                {late && 'Late: '}
                {dueAt !== undefined && dayOf(dueAt)}
              </span>
            ),
        },
      ]}
    />
  )
}
