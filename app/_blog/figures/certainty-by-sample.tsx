import { certainty } from '@/_analytics/reports/certainty'
import { Plot } from './plot'

const samples = Array.from({ length: 61 }, (_, at) => Math.max(10, at * 50))

/** Certainty, 0 to 1, when both arms convert exactly as their true rates say: 10 % and `rate`. */
const sure = (people: number, rate: number) =>
  certainty({ people, conversions: rate * people }, { people, conversions: 0.1 * people })

const percent = (value: number) => `${Math.round(value * 100)} %`

const curve = (rate: number) => ({
  name: `${percent(rate)} new`,
  points: samples.map((people): [number, number] => [people, sure(people, rate)]),
})

/** How certainty grows with the number of people per variant while the two rates stay what they are. */
export function CertaintyBySample() {
  const ends = [0.13, 0.12, 0.11].map(rate => `${percent(rate)} reaches ${percent(sure(3000, rate))}`)
  return (
    <Plot
      summary={`Certainty against people per variant, old page at 10 %. With 3,000 people each: ${ends.join(', ')}.`}
      x={{
        from: 0,
        to: 3000,
        ticks: [0, 1000, 2000, 3000],
        format: value => value.toLocaleString('en'),
        name: 'people per variant',
      }}
      y={{ from: 0.5, to: 1, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1], format: percent }}
      lines={[
        curve(0.13),
        curve(0.12),
        {
          name: '95 %',
          points: [
            [0, 0.95],
            [3000, 0.95],
          ],
          quiet: true,
        },
        curve(0.11),
      ]}
    />
  )
}
