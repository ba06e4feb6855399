import type { ChartPoint, Mark, Series } from './chart'
import { areaPath, labelled, linePath, spread, ticks } from './scale'

/** px of the drawing's own space; at most `labels` on the axis; `tips`: with a read-out. */
type Size = { width: number; height: number; labels: number; tips: boolean }

type Props = {
  size: Size
  className: string
  summary: string
  points: ChartPoint[]
  series: Series[]
  format: (value: number) => string
  /** The last point is not over yet: its stretch is dashed. */
  unfinished?: boolean
  marks: Mark[]
}

const top = 34
const foot = 22
/** With more points than this a pointer can no longer tell them apart. */
const mostTips = 100
/** Mean width of a letter of the read-out, px. */
const readoutLetter = 6.9
/** The same of a label at a line's end. */
const labelLetter = 6.6

/** One drawing of a chart at one size, all by attributes and classes: no style of its own, no script. */
export function Drawing({ size, className, summary, points, series, format, unfinished, marks }: Props) {
  const { width, height, labels, tips } = size
  const base = height - foot
  const drawn = series.filter(({ look }) => look !== 'none')
  const said = drawn.map(({ values }) => lastSaid(values, unfinished))
  const gutter =
    18 +
    labelLetter *
      Math.max(0, ...drawn.map(({ name }, at) => Math.max(name.length, format(said[at] ?? 0).length)))
  const bars = drawn.some(({ look }) => look === 'bars')
  const lanes = ticks(Math.max(0, ...drawn.flatMap(({ values }) => values.map(value => value ?? 0))), 3)
  const highest = lanes.at(-1)!
  const band = (width - gutter) / Math.max(1, bars ? points.length : points.length - 1)
  const x = (at: number) => (bars ? (at + 0.5) * band : at * band)
  const y = (value: number) => base - (value / highest) * (base - top)
  const place = (values: Series['values']) =>
    values.map((value, at) => (value === null ? null : { x: x(at), y: y(value) }))
  const ends = spread(
    said.map(value => y(value ?? 0)),
    34,
    top + 4,
    base - 12,
  )

  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`chart ${className}`} role="img" aria-label={summary}>
      {lanes.map(lane => (
        <line
          key={lane}
          className={lane === 0 ? 'chart-zero' : 'chart-lane'}
          x1="0"
          x2={width - gutter}
          y1={y(lane)}
          y2={y(lane)}
        />
      ))}
      {labelled(points.length, labels).map((at, nth, all) => (
        <text
          key={at}
          className="chart-tick"
          x={nth === 0 ? 0 : x(at)}
          y={height - 4}
          textAnchor={nth === 0 ? 'start' : nth === all.length - 1 ? 'end' : 'middle'}
        >
          {points[at]!.tick}
        </text>
      ))}
      {marks.map(({ at, text }) => (
        <g key={`${at} ${text}`} className="chart-mark">
          <title>{text}</title>
          <line x1={x(at)} x2={x(at)} y1={top - 8} y2={base} />
          <path d={`M${x(at)} ${top - 8}m-4 -6h8l-4 6z`} />
        </g>
      ))}
      {drawn.map(one => (
        <Shape
          key={one.name}
          {...one}
          at={place(one.values)}
          base={base}
          band={band}
          unfinished={unfinished}
        />
      ))}
      {lanes.slice(1).map(lane => (
        <text key={lane} className="chart-tick chart-halo" x="0" y={y(lane) - 5}>
          {format(lane)}
        </text>
      ))}
      {drawn.map(({ name, look, hue }, nth) => {
        const last = said[nth]
        if (last === undefined) return null
        return (
          <text
            key={name}
            className={`chart-label ${look === 'compare' ? 'chart-label-quiet' : ''} ${hue ? `chart-hue-${hue}` : ''}`}
            x={width - gutter + 10}
            y={ends[nth]}
          >
            <tspan className="chart-value">{format(last)}</tspan>
            <tspan x={width - gutter + 10} dy="15">
              {shorter(name)}
            </tspan>
          </text>
        )
      })}
      {tips &&
        points.length <= mostTips &&
        points.map((point, at) => (
          <g key={x(at)} className="chart-point">
            <rect x={bars ? at * band : x(at) - band / 2} y="0" width={band} height={base} />
            <g className="chart-tip">
              <line className="chart-guide" x1={x(at)} x2={x(at)} y1={top - 10} y2={base} />
              {!bars &&
                drawn.map(({ name, values }) => {
                  const value = values[at] ?? null
                  return value === null ? null : <circle key={name} cx={x(at)} cy={y(value)} r="3.5" />
                })}
              <Readout text={readout(point, series, at, format)} x={x(at)} width={width} />
            </g>
          </g>
        ))}
    </svg>
  )
}

/** A name that fits beside its line. */
const shorter = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name)

/** The value that a line's label gives: the last known one of a day that is over. */
function lastSaid(values: Series['values'], unfinished = false): number | undefined {
  const over = unfinished && values.length > 1 ? values.slice(0, -1) : values
  return over.findLast(value => value !== null) ?? undefined
}

type ShapeProps = Series & {
  at: ({ x: number; y: number } | null)[]
  base: number
  band: number
  unfinished?: boolean
}

function Shape({ look = 'line', hue, at, base, band, unfinished }: ShapeProps) {
  if (look === 'bars') {
    const width = Math.max(1, band * 0.72)
    return at.map(point =>
      point && point.y < base ? (
        <rect
          key={point.x}
          className="chart-bar"
          x={point.x - width / 2}
          y={point.y}
          width={width}
          height={base - point.y}
        />
      ) : null,
    )
  }
  const open = unfinished && look !== 'compare' && at.length > 1
  return (
    <>
      {look === 'area' && <path className="chart-area" d={areaPath(at, base)} />}
      <path
        className={look === 'compare' ? 'chart-compare' : `chart-line ${hue ? `chart-hue-${hue}` : ''}`}
        d={linePath(open ? at.slice(0, -1) : at)}
      />
      {open && (
        <path
          className={`chart-line chart-open ${hue ? `chart-hue-${hue}` : ''}`}
          d={linePath(at.slice(-2))}
        />
      )}
    </>
  )
}

/** The values under the pointer, centred over it as far as the drawing's edges allow. */
function Readout({ text, x, width }: { text: string; x: number; width: number }) {
  const long = text.length * readoutLetter
  return (
    <text x={Math.max(0, Math.min(x - long / 2, width - long))} y="14">
      {text}
    </text>
  )
}

function readout(point: ChartPoint, series: Series[], at: number, format: (value: number) => string): string {
  const parts = series.flatMap(({ name, values }) => {
    const value = values[at]
    return value === null || value === undefined ? [] : [`${format(value)} ${name.toLowerCase()}`]
  })
  return `${point.label}: ${parts.join(', ') || 'nothing'}`
}
