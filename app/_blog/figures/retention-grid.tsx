import { fullDay, shortDay } from '@/_ui/format'
import demo from '../../../content/figures/demo.json'

const weeks = [1, 2, 3, 4, 5, 6, 7, 8]
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
            {weeks.map(week => (
              <th key={week} scope="col">
                {week === 1 ? 'Week 1' : week}
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
              {weeks.slice(0, returned.length).map(week => (
                <td key={week} className={heat(returned[week - 1]! / people)}>
                  {percent(returned[week - 1]!, people)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
