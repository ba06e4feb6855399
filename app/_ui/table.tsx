import type { ReactNode } from 'react'

export type Column<Row> = {
  /** The heading; unique within the table. */
  name: string
  cell: (row: Row) => ReactNode
  /** Figures stand right-aligned under each other. */
  numeric?: boolean
}

type Props<Row> = {
  caption: string
  /** The caption is then only for those who cannot see the heading above it. */
  hideCaption?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string | number
  /** A last row of sums, one cell a column. */
  foot?: ReactNode[]
}

/** A real table. The first column names its row. Where it is too wide, it alone scrolls, also by keyboard. */
export function Table<Row>({ caption, hideCaption, columns, rows, rowKey, foot }: Props<Row>) {
  const side = (column: Column<Row>, at: number) =>
    `py-2 ${at === 0 ? 'pr-4' : 'px-4 last:pr-0'} ${column.numeric ? 'text-right' : 'text-left'}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-[0.9375rem]">
        <caption className={hideCaption ? 'sr-only' : 'eyebrow mb-2 text-left'}>{caption}</caption>
        <thead>
          <tr className="border-b border-edge">
            {columns.map((column, at) => (
              <th
                key={column.name}
                scope="col"
                className={`${side(column, at)} align-bottom font-semibold text-soft`}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr className="border-b border-rule">
              <td colSpan={columns.length} className="py-2 text-soft">
                None.
              </td>
            </tr>
          )}
          {rows.map(row => (
            <tr key={rowKey(row)} className="border-b border-rule hover:bg-shade">
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.name} scope="row" className={`${side(column, at)} min-w-32 font-normal`}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.name}
                    className={`${side(column, at)} ${column.numeric ? 'whitespace-nowrap' : ''}`}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr className="border-t border-edge font-semibold">
              {foot.map((cell, at) => (
                <td key={columns[at]!.name} className={side(columns[at]!, at)}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
