import type { Counted, HealthDay } from '@/_analytics/health/health.data'
import { count } from '@/_ui/format'
import { Table } from '@/_ui/table'

/** Why hits were not stored, most frequent first. */
export function Reasons({ caption, days }: { caption: string; days: HealthDay[] }) {
  const sums = new Map<string, Counted>()
  for (const one of days.flatMap(({ refused, dropped }) => [...refused, ...dropped]))
    sums.set(one.reason, { ...one, count: one.count + (sums.get(one.reason)?.count ?? 0) })
  const rows = [...sums.values()].sort((a, b) => b.count - a.count)
  if (rows.length === 0) return <p className="text-soft">Nothing was refused or dropped.</p>
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ reason }) => reason}
      columns={[
        { name: 'Reason', cell: ({ short }) => short },
        { name: 'What it means', cell: ({ why }) => why },
        { name: 'Hits', numeric: true, cell: one => count(one.count) },
      ]}
    />
  )
}
