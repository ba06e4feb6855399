import { areaPath, linePath } from './scale'

const width = 160
const height = 36

/** A line the size of a word, beside the figure that it is about; decoration for those who do not see it. */
export function Spark({ values, className = '' }: { values: number[]; className?: string }) {
  const highest = Math.max(1, ...values)
  const points = values.map((value, at) => ({
    x: (at * width) / Math.max(1, values.length - 1),
    y: height - 1 - (value / highest) * (height - 4),
  }))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={`h-9 w-full ${className}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="chart-area" d={areaPath(points, height)} />
      <path className="chart-line" vectorEffect="non-scaling-stroke" d={linePath(points)} />
    </svg>
  )
}
