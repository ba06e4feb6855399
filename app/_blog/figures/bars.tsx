type Bar = { name: string; value: number; text: string; quiet?: boolean }

const row = 44

const sizes = [
  { width: 720, className: 'chart-wide' },
  { width: 344, className: 'chart-narrow' },
]

/** Named values as horizontal bars from one zero line, longest scale shared; the label stands above its bar. */
export function Bars({ summary, bars }: { summary: string; bars: readonly Bar[] }) {
  const highest = Math.max(...bars.map(({ value }) => value))
  return (
    <div className="chart-box">
      {sizes.map(({ width, className }) => (
        <svg
          key={width}
          viewBox={`0 0 ${width} ${bars.length * row}`}
          className={`chart ${className}`}
          role="img"
          aria-label={summary}
        >
          {bars.map(({ name, value, text, quiet }, at) => (
            <g key={name}>
              <text className="chart-tick" x="0" y={at * row + 14}>
                {name}
              </text>
              <text
                className={`chart-label ${quiet ? 'chart-label-quiet' : ''}`}
                x={width}
                y={at * row + 14}
                textAnchor="end"
              >
                {text}
              </text>
              <rect
                className={quiet ? 'bar-quiet' : 'chart-bar'}
                x="0"
                y={at * row + 20}
                width={Math.max(1, (value / highest) * width)}
                height="12"
              />
            </g>
          ))}
          <line className="chart-zero" x1="0" x2="0" y1="18" y2={bars.length * row} />
        </svg>
      ))}
    </div>
  )
}
