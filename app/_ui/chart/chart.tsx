import { Table } from '../table'
import { Drawing } from './drawing'
import { summarise } from './summary'

/** One step of the horizontal axis: `label` names it in full ("Tue 3 March"), `tick` in short ("3 Mar"). */
export type ChartPoint = { label: string; tick: string }

export type Series = {
  name: string
  /** One a point; null where nothing is known. */
  values: (number | null)[]
  /** `compare` is drawn quietly; `none` stands in the read-out and the table only. Default `line`. */
  look?: 'line' | 'area' | 'bars' | 'compare' | 'none'
  /** 1 to 5: one of several lines side by side, told apart by colour and dash. */
  hue?: number
}

/** A note at a point, drawn as a line down to it. */
export type Mark = { at: number; text: string }

type Props = {
  title: string
  points: ChartPoint[]
  series: Series[]
  /** What a point is, as the table's first heading: "Day". */
  unit: string
  format?: (value: number) => string
  /** Where the same data is as CSV. */
  csv?: string
  /** The last point is not over yet. */
  unfinished?: boolean
  /** What happened at some of the points, by their place among them. */
  marks?: Mark[]
  /** Leave out the table and the link, where the page shows the figures itself. */
  bare?: boolean
}

const wide = { width: 720, height: 280, labels: 6, tips: true }
const narrow = { width: 344, height: 236, labels: 3, tips: false }

const grouped = new Intl.NumberFormat('en')

/**
 * A chart drawn on the server: direct labels, a zero line, a read-out under the pointer, and the same figures
 * as a table. Two drawings, of which the width available shows one, so that its text is always legible.
 */
export function Chart({
  title,
  points,
  series,
  unit,
  format = grouped.format,
  csv,
  unfinished,
  marks = [],
  bare,
}: Props) {
  const drawing = {
    points,
    series,
    format,
    unfinished,
    marks,
    summary: summarise(title, points, series, format),
  }
  return (
    <figure className="chart-box">
      <Drawing size={wide} className="chart-wide" {...drawing} />
      <Drawing size={narrow} className="chart-narrow" {...drawing} />
      {!bare && (
        <figcaption className="mt-3 text-[0.9375rem]">
          <details>
            <summary className="inline-flex min-h-9 items-center text-signal hover:text-signal-deep">
              <span className="underline decoration-signal/45 underline-offset-4">
                These figures as a table
              </span>
            </summary>
            <div className="mt-2 max-h-96 overflow-y-auto">
              <Table
                caption={title}
                hideCaption
                rows={points.map((point, at) => ({ point, at })).toReversed()}
                rowKey={row => row.at}
                columns={[
                  { name: unit, cell: row => row.point.label },
                  ...series.map(({ name, values }) => ({
                    name,
                    numeric: true,
                    cell: (row: { at: number }) => {
                      const value = values[row.at]
                      return value === null || value === undefined ? '–' : format(value)
                    },
                  })),
                ]}
              />
            </div>
          </details>
          {csv && (
            <a href={csv} className="link inline-flex min-h-9 items-center" download>
              Download as CSV
            </a>
          )}
        </figcaption>
      )}
    </figure>
  )
}
