import { fullDay, shortDay } from '@/_ui/format'
import demo from '../../../content/figures/demo.json'

const weeks = 8
const cohorts = demo.cohorts.filter(({ returned }) => returned.length > 0)

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`

/** Which of three shades a share gets; the figure itself stands in the cell. */
const heat = (share: number) => `heat-${share >= 0.15 ? 3 : share >= 0.08 ? 2 : 1}`

/** Who came back, by the week they first came: one row a cohort, one column a week of their own. */
export function RetentionGrid() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label="Retention by week" tabIndex={0}>
      <table className="retention">
        <caption className="sr-only">Share of each week’s newcomers who visited again, by week</caption>
        <thead>
          <tr>
            <th scope="col">First visit</th>
            <th scope="col">People</th>
            {Array.from({ length: weeks }, (_, at) => (
              <th key={at + 1} scope="col">
                {at === 0 ? 'Week 1' : at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ from, people, returned }) => (
            <tr key={from}>
              <th scope="row" title={fullDay(new Date(from).toISOString())}>
                {shortDay(new Date(from).toISOString())}
              </th>
              <td>{people}</td>
              {returned.slice(0, weeks).map((back, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its index
                <td key={at} className={heat(back / people)}>
                  {percent(back, people)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
