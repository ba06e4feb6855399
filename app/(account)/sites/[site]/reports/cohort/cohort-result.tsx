import { Chart, type Series } from '@/_ui/chart/chart'
import { count, percent, shortDay } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { BehindLink } from '../frame/behind-link'
import type { ReportHere } from '../frame/report-here'

const mostRows = 60
const mostCurves = 5
const levels = 8

export function CohortResult({ page }: { page: ReportHere<'cohort'> }) {
  const { run, read } = page
  const definition = read.definition
  if (!run || !definition) return null
  const { cohorts, people, overall } = run.answer
  if (people === 0)
    return (
      <p className="text-lg" role="status">
        Nobody did “{definition.first.event}” on these days. Choose other days, or another first event.
      </p>
    )
  const { length, segment } = definition
  const inPercent = definition.show === 'percent'
  const heads = overall.cells.map((_, at) => `${length[0]!.toUpperCase()}${length.slice(1)} ${at + 1}`)
  const rates = overall.cells.map((cell, at) =>
    overall.people[at] ? (cell / overall.people[at]!) * 100 : null,
  )
  const known = rates.findLastIndex(rate => rate !== null) + 1
  const curves: Series[] = segment
    ? cohorts.slice(0, mostCurves).map(({ name, people: size, cells, complete }, at) => ({
        name,
        hue: at + 1,
        values: cells
          .slice(0, known)
          .map((cell, n) => (n < complete && cell !== null ? (cell / size) * 100 : null)),
      }))
    : [{ name: 'Of everybody', values: rates.slice(0, known), look: 'area' }]
  const label = (name: string) => (segment ? name : shortDay(name))
  return (
    <>
      <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat
          name="People"
          value={
            <BehindLink page={page} cell="people" called="Everybody in these cohorts">
              {count(people)}
            </BehindLink>
          }
        />
        {[0, 1, Math.min(3, known - 1)]
          .filter((at, nth, all) => at >= 0 && all.indexOf(at) === nth)
          .map(at => (
            <Stat
              key={at}
              name={`In ${length} ${at + 1}`}
              value={percent(rates[at] === null || rates[at] === undefined ? null : rates[at]! / 100)}
              note={`of ${count(overall.people[at] ?? 0)} whose time has come`}
            />
          ))}
      </dl>
      {known > 1 && (
        <Chart
          title={`Came back, by ${length}`}
          unit={`${length[0]!.toUpperCase()}${length.slice(1)}`}
          points={heads.slice(0, known).map((head, at) => ({ label: head, tick: String(at + 1) }))}
          series={curves}
          format={value => `${Math.round(value * 10) / 10} %`}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="mt-10 overflow-x-auto" aria-label="Cohorts" tabIndex={0}>
        <table className="heat w-full text-[0.9375rem]">
          <caption className="sr-only">Who came back, by cohort</caption>
          <thead>
            <tr>
              <th scope="col">{segment?.property ?? 'Began'}</th>
              <th scope="col" className="text-right">
                People
              </th>
              {heads.map(head => (
                <th key={head} scope="col" className="text-right">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.slice(0, mostRows).map(({ name, people: size, cells, complete }) => (
              <tr key={name}>
                <th
                  scope="row"
                  className={`font-normal ${segment ? 'max-w-[14rem] wrap-anywhere' : 'whitespace-nowrap'}`}
                >
                  {label(name)}
                </th>
                <td>
                  <BehindLink page={page} cell="people" segment={name} called={`Began ${label(name)}`}>
                    {count(size)}
                  </BehindLink>
                </td>
                {cells.map((cell, at) => {
                  const share = cell === null ? 0 : cell / size
                  const shown = cell === null ? '' : inPercent ? percent(share) : count(cell)
                  return (
                    <td
                      key={heads[at]}
                      className={`heat-${Math.min(levels, Math.ceil(share * levels * 1.25))} ${at >= complete ? 'heat-open' : ''}`}
                    >
                      {cell ? (
                        <BehindLink
                          page={page}
                          cell={`back.${at + 1}`}
                          segment={name}
                          called={`Began ${label(name)}, came back in ${length} ${at + 1}`}
                        >
                          {shown}
                        </BehindLink>
                      ) : (
                        shown
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-3 max-w-[68ch] text-[0.9375rem] text-soft">
        Buckets are of each person’s own time, from the moment they first did “{definition.first.event}” in
        the range. A slanted figure is not final: the bucket is not over for everybody in the cohort. The
        curve leaves out those whose bucket is not over.
      </p>
    </>
  )
}
