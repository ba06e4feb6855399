import { count, percent, took } from '@/_ui/format'

type Step = { event: string; reached: number; earlier?: number; median: number | null }

const wide = { width: 760, height: 300 }
const top = 44
const foot = 46

/** Steps side by side: what is left is solid, what the step before had is pale, a dashed line is the range before. */
export function FunnelDrawing({ steps }: { steps: Step[] }) {
  const { width, height } = wide
  const base = height - foot
  const first = Math.max(1, ...steps.map(step => Math.max(step.reached, step.earlier ?? 0)))
  const column = width / steps.length
  const bar = Math.min(column * 0.62, 120)
  const y = (value: number) => base - (value / first) * (base - top)
  const letters = Math.max(6, Math.floor(column / 7.2))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart max-sm:hidden"
      aria-hidden="true"
      focusable="false"
    >
      {steps.map(({ event, reached, earlier, median }, at) => {
        const left = at * column
        const before = steps[at - 1]
        return (
          <g key={left}>
            {before && (
              <>
                <path
                  className="funnel-flow"
                  d={`M${left - column + bar} ${y(before.reached)}L${left} ${y(reached)}V${base}H${left - column + bar}z`}
                />
                <text className="chart-tick" x={left - (column - bar) / 2} y={base - 22} textAnchor="middle">
                  {percent(before.reached ? reached / before.reached : null)}
                </text>
                <text className="chart-tick" x={left - (column - bar) / 2} y={base - 7} textAnchor="middle">
                  {median === null ? '' : took(median)}
                </text>
                <rect
                  className="funnel-lost"
                  x={left}
                  y={y(Math.max(before.reached, reached))}
                  width={bar}
                  height={Math.max(0, y(reached) - y(Math.max(before.reached, reached)))}
                />
              </>
            )}
            <rect className="chart-bar" x={left} y={y(reached)} width={bar} height={base - y(reached)} />
            {earlier !== undefined && (
              <line
                className="funnel-before"
                x1={left - 4}
                x2={left + bar + 4}
                y1={y(earlier)}
                y2={y(earlier)}
              />
            )}
            <text className="chart-strong" x={left} y={y(Math.max(before?.reached ?? 0, reached)) - 22}>
              {count(reached)}
            </text>
            <text className="chart-tick" x={left} y={y(Math.max(before?.reached ?? 0, reached)) - 6}>
              {percent(steps[0]!.reached ? reached / steps[0]!.reached : null)}
            </text>
            <text className="chart-label-quiet chart-label" x={left} y={base + 18}>
              {at + 1}
            </text>
            <text className="chart-label" x={left} y={base + 36}>
              {event.length > letters ? `${event.slice(0, letters - 1)}…` : event}
            </text>
          </g>
        )
      })}
      <line className="chart-zero" x1="0" x2={width} y1={base} y2={base} />
    </svg>
  )
}
