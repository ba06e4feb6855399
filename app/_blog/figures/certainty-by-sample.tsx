import { certainty } from '@/_analytics/reports/certainty'
import { line, scale } from './scale'

const pairs = [
  { label: '10 % against 11 %', rate: 0.11 },
  { label: '10 % against 12 %', rate: 0.12 },
  { label: '10 % against 13 %', rate: 0.13 },
]

const sureWith = (rate: number, people: number) =>
  certainty({ people, conversions: rate * people }, { people, conversions: 0.1 * people })

const x = scale([0, 3000], [44, 560])
const y = scale([0.5, 1], [260, 20])

/** How certainty grows with the number of people per variant when the two rates stay what they are. */
export function CertaintyBySample() {
  const samples = Array.from({ length: 60 }, (_, at) => 50 + at * 50)
  return (
    <svg
      viewBox="0 0 680 300"
      role="img"
      aria-label="Certainty against people per variant, three pairs of rates"
    >
      {[0.5, 0.75, 0.95, 1].map(at => (
        <g key={at}>
          <path
            className={at === 0.95 ? 'rule strong' : 'rule'}
            d={line([
              [44, y(at)],
              [560, y(at)],
            ])}
          />
          <text className="tick" x={36} y={y(at) + 4} textAnchor="end">{`${at * 100} %`}</text>
        </g>
      ))}
      {[0, 1000, 2000, 3000].map(at => (
        <text key={at} className="tick" x={x(at)} y={280} textAnchor="middle">
          {at.toLocaleString('en-GB')}
        </text>
      ))}
      <text className="tick" x={560} y={296} textAnchor="end">
        people per variant
      </text>
      {pairs.map(({ label, rate }, at) => (
        <g key={label}>
          <path className={`series s${at + 1}`} d={line(samples.map(n => [x(n), y(sureWith(rate, n))]))} />
          <text className={`label s${at + 1}`} x={566} y={y(sureWith(rate, 3000)) + 4 - (at - 1) * 12}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
