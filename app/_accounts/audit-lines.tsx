import Link from 'next/link'
import { Table } from '@/_ui/table'
import type { AuditPage } from './audit-log.data'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

/** The log as a table, newest first, with the way to what came before. */
export function AuditLines({ page, older }: { page: AuditPage; older: (before: string) => string }) {
  if (page.lines.length === 0) return <p className="text-soft">Nothing was written down yet.</p>
  return (
    <>
      <Table
        caption="What was done, newest first. Times are UTC."
        rows={page.lines}
        rowKey={line => line.id}
        columns={[
          {
            name: 'When',
            cell: line => (
              <time dateTime={new Date(line.at).toISOString()} className="figures whitespace-nowrap">
                {time.format(line.at)}
              </time>
            ),
          },
          {
            name: 'Who',
            cell: line =>
              line.actor ? (
                <span title={line.actor.email}>{line.actor.name || line.actor.email}</span>
              ) : (
                (line.actorId ?? 'the system')
              ),
          },
          {
            name: 'What',
            cell: line => (
              <span className={line.action.endsWith('.refused') ? 'text-bad' : ''}>{line.action}</span>
            ),
          },
          { name: 'To', cell: line => <span className="wrap-anywhere">{line.subject}</span> },
          {
            name: 'Details',
            cell: line => {
              const text = JSON.stringify(line.detail)
              return text === '{}' ? null : <code className="text-sm wrap-anywhere">{text}</code>
            },
          },
        ]}
      />
      {page.next && (
        <p className="mt-6">
          <Link href={older(page.next)} className="link">
            Older
          </Link>
        </p>
      )}
    </>
  )
}
