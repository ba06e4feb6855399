import { linePath, spread } from '@/_ui/chart/scale'

type Axis = { from: number; to: number; ticks: number[]; format: (value: number) => string }

type Line = {
  /** Short: it stands beside the line's end. */
  name: string
  points: [x: number, y: number][]
  /** A rule to compare with, drawn quietly. */
  quiet?: boolean
}

type Props = {
  /** What it shows, in a sentence with the essential values, for those who do not see it. */
  summary: string
  x: Axis & { name: string }
  y: Axis
  lines: Line[]
}

const sizes = [
  { width: 720, height: 300, gutter: 84, className: 'chart-wide' },
  { width: 344, height: 260, gutter: 62, className: 'chart-narrow' },
]

/** Curves over a numeric axis, where a chart by days does not fit. Drawn in two sizes, of which CSS shows one. */
export function Plot(props: Props) {
  return (
    <div className="chart-box">
      {sizes.map(size => (
        <Drawn key={size.width} {...size} {...props} />
      ))}
    </div>
  )
}

function Drawn({ width, height, gutter, className, summary, x, y, lines }: Props & (typeof sizes)[number]) {
  const left = 40
  const base = height - 40
  const across = (value: number) => left + ((value - x.from) / (x.to - x.from)) * (width - gutter - left)
  const up = (value: number) => base - ((value - y.from) / (y.to - y.from)) * (base - 12)
  const ends = spread(
    lines.map(({ points }) => up(points.at(-1)![1]) + 4),
    15,
    14,
    base,
  )
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`chart ${className}`} role="img" aria-label={summary}>
      {y.ticks.map(tick => (
        <g key={tick}>
          <line
            className={tick === y.from ? 'chart-zero' : 'chart-lane'}
            x1={left}
            x2={width - gutter}
            y1={up(tick)}
            y2={up(tick)}
          />
          <text className="chart-tick" x={left - 6} y={up(tick) + 4} textAnchor="end">
            {y.format(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map(tick => (
        <text key={tick} className="chart-tick" x={across(tick)} y={base + 18} textAnchor="middle">
          {x.format(tick)}
        </text>
      ))}
      <text className="chart-tick" x={width - gutter} y={base + 36} textAnchor="end">
        {x.name}
      </text>
      {lines.map(({ name, points, quiet }, at) => (
        <g key={name}>
          <path
            className={quiet ? 'chart-compare' : 'chart-line'}
            d={linePath(points.map(([px, py]) => ({ x: across(px), y: up(py) })))}
          />
          <text
            className={`chart-label ${quiet ? 'chart-label-quiet' : ''}`}
            x={width - gutter + 8}
            y={ends[at]}
          >
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}
