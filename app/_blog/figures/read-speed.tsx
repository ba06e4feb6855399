import { count } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { reads } from './measured'

const ms = ([low, high]: readonly [number, number]) =>
  low === high ? count(low) : `${count(low)} to ${count(high)}`

/** The same six questions put to four ways of keeping the same events. */
export function ReadSpeed() {
  return (
    <Table
      caption="Milliseconds, 10 million events, warm"
      columns={[
        { name: 'Question', cell: row => row.name },
        { name: 'Columns in SQLite', numeric: true, cell: row => <strong>{ms(row.columns)}</strong> },
        { name: 'DuckDB', numeric: true, cell: row => ms(row.duckdb) },
        { name: 'ClickHouse', numeric: true, cell: row => ms(row.clickhouse) },
        { name: 'Rows in SQLite', numeric: true, cell: row => ms(row.rows) },
      ]}
      rows={[...reads]}
      rowKey={row => row.name}
    />
  )
}
