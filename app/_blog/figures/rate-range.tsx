import { rate } from '@/_analytics/reports/certainty'
import { Plot } from './plot'

const seen = 0.05
/** Decadic logarithms of the number of people, 100 to 10,000. */
const powers = Array.from({ length: 41 }, (_, at) => 2 + at / 20)

/** One end of the 95 % range around the seen rate; `side` is -1 for the lower one, 1 for the upper. */
function end(power: number, side: -1 | 1): number {
  const people = 10 ** power
  const { mean, deviation } = rate({ people, conversions: seen * people })
  return Math.max(0, mean + side * 1.96 * deviation)
}

const percent = (value: number) => `${Math.round(value * 1000) / 10} %`

const field = 'min-h-11 w-32 rounded-md border border-edge bg-sheet px-3 py-2'

/** The reader's own numbers; hidden where there is no script, which only pages with this figure load. */
function OwnNumbers() {
  return (
    <>
      <form data-figure="rate-range" hidden className="mt-5 text-[0.9375rem]">
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <label>
            <span className="block font-semibold">People</span>
            <input type="number" name="people" min="1" defaultValue="400" className={field} />
          </label>
          <label>
            <span className="block font-semibold">Sign-ups among them</span>
            <input type="number" name="conversions" min="0" defaultValue="20" className={field} />
          </label>
        </div>
        <output className="mt-3 block" />
      </form>
      <script defer src="/figures/rate-range.js" />
    </>
  )
}

/** How the range of likely true rates narrows as more people are counted. */
export function RateRange() {
  const ends = [2, 3, 4].map(
    power => `${percent(end(power, -1))} to ${percent(end(power, 1))} for ${10 ** power}`,
  )
  return (
    <>
      <Plot
        summary={`Range of the true rate when 5 % was seen: ${ends.join(', ')} people.`}
        x={{
          from: 2,
          to: 4,
          ticks: [2, 2.5, 3, 3.5, 4],
          format: power => Math.round(10 ** power).toLocaleString('en', { maximumSignificantDigits: 1 }),
          name: 'people, each step three times more',
        }}
        y={{
          from: 0,
          to: 0.1,
          ticks: [0, 0.02, 0.04, 0.06, 0.08, 0.1],
          format: value => `${Math.round(value * 100)} %`,
        }}
        lines={[
          { name: 'at most', points: powers.map((power): [number, number] => [power, end(power, 1)]) },
          {
            name: 'seen',
            points: [
              [2, seen],
              [4, seen],
            ],
            quiet: true,
          },
          { name: 'at least', points: powers.map((power): [number, number] => [power, end(power, -1)]) },
        ]}
      />
      <OwnNumbers />
    </>
  )
}
