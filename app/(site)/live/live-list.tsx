import { count } from '@/_ui/format'
import { Table } from '@/_ui/table'

/** The most frequent of something in the last half hour. */
export function LiveList({ title, one, rows }: { title: string; one: string; rows: [string, number][] }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-2xl">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-soft">None in this half hour.</p>
      ) : (
        <Table
          caption={`${title}, in the last half hour`}
          hideCaption
          rows={rows}
          rowKey={([name]) => name}
          columns={[
            { name: one, cell: ([name]) => <span className="wrap-anywhere">{name}</span> },
            { name: 'Times', numeric: true, cell: ([, times]) => count(times) },
          ]}
        />
      )}
    </section>
  )
}
