import type { AbVariation } from '@/_analytics/reports/ab/ab-query'
import { percent } from '@/_ui/format'

const width = 720
const row = 46
const left = 150

/** Each variation's rate as a dot on the stretch that it lies in with 95 % probability. The table says the same. */
export function Intervals({ variations }: { variations: AbVariation[] }) {
  const high = Math.max(0.001, ...variations.map(one => one.between?.[1] ?? 0)) * 1.1
  const x = (share: number) => left + (share / high) * (width - left - 60)
  const height = variations.length * row + 26
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart max-sm:hidden"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 0.25, 0.5, 0.75, 1].map(part => (
        <g key={part}>
          <line
            className={part === 0 ? 'chart-zero' : 'chart-lane'}
            x1={x(high * part)}
            x2={x(high * part)}
            y1="0"
            y2={height - 22}
          />
          <text className="chart-tick" x={x(high * part)} y={height - 6} textAnchor="middle">
            {percent(high * part)}
          </text>
        </g>
      ))}
      {variations.map((one, at) => {
        const y = at * row + 24
        return (
          <g key={one.name}>
            <text className="chart-label" x="0" y={y + 4}>
              {one.name.length > 20 ? `${one.name.slice(0, 19)}…` : one.name}
            </text>
            {one.between && (
              <rect
                className="meter-stretch"
                x={x(one.between[0])}
                y={y - 5}
                width={Math.max(2, x(one.between[1]) - x(one.between[0]))}
                height="10"
                rx="5"
              />
            )}
            <circle className="chart-bar" cx={x(one.rate ?? 0)} cy={y} r="6" />
            <text className="chart-tick" x={x(one.between?.[1] ?? one.rate ?? 0) + 8} y={y + 4}>
              {percent(one.rate)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
