import { count } from '@/_ui/format'
import { Table } from '@/_ui/table'

/** The most frequent of something in the last half hour. Addresses of `host` are shown as their path. */
export function LiveList({
  title,
  one,
  rows,
  host,
}: {
  title: string
  one: string
  rows: [string, number][]
  host: string
}) {
  const short = (text: string) =>
    host && URL.canParse(text) && new URL(text).host === host ? new URL(text).pathname : text
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
            { name: one, cell: ([name]) => <span className="wrap-anywhere">{short(name)}</span> },
            { name: 'Times', numeric: true, cell: ([, times]) => count(times) },
          ]}
        />
      )}
    </section>
  )
}
