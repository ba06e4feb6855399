import { daysIn } from '@/_analytics/reports/calendar'
import type { MetricReport } from '@/_analytics/reports/metric-report'
import { Chart, type Series } from '@/_ui/chart/chart'
import { change, count, fullDay, longDay, shortDay } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { Stat } from '@/_ui/stat'

type Props = { event: string; known: boolean; today: string; report: MetricReport; csv: string }

export function MetricResult({ event, known, today, report, csv }: Props) {
  const { days, answer, earlier } = report
  const { total } = answer
  const length = daysIn(days)
  const longer = days.from.slice(0, 4) === days.to.slice(0, 4) ? longDay : fullDay
  const series: Series[] = [
    { name: 'People', values: answer.days.map(({ people }) => people), look: 'area' },
    { name: 'Times', values: answer.days.map(({ count }) => count) },
  ]
  if (earlier)
    series.unshift({
      name: 'Before',
      values: earlier.answer.days.map(({ count }) => count),
      look: 'compare',
    })
  return (
    <section aria-labelledby="result" className="mt-10">
      <h2 id="result" className="text-[1.75rem] wrap-anywhere">
        {event}
      </h2>
      <p className="mt-1 text-soft">
        {fullDay(days.from)} to {fullDay(days.to)}
        {earlier && `, compared with ${fullDay(earlier.days.from)} to ${fullDay(earlier.days.to)}`}
      </p>
      {!known && (
        <div className="mt-4">
          <Notice title="This site has never recorded an event of this name">
            Names are lower case and exact. The list above holds every name that was recorded.
          </Notice>
        </div>
      )}
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <dl className="grid grid-cols-2 content-start gap-x-6 gap-y-6 lg:grid-cols-1">
          <Stat
            name="Times"
            value={count(total.count)}
            note={earlier && change(total.count, earlier.answer.total.count)}
          />
          <Stat
            name="People"
            value={count(total.people)}
            note={earlier && change(total.people, earlier.answer.total.people)}
          />
          <Stat name="Times a day" value={count(Math.round(total.count / length))} />
          <Stat name="Times a person" value={total.people ? (total.count / total.people).toFixed(1) : '–'} />
        </dl>
        <div>
          <Chart
            title={`${event} by day`}
            unit="Day"
            points={answer.days.map(({ day }) => ({ label: longer(day), tick: shortDay(day) }))}
            series={series}
            csv={csv}
            unfinished={days.to >= today}
          />
          <p className="mt-4 text-[0.9375rem] text-soft">
            People are counted once a day in the chart, and once over all days on its side. Those without an
            identity are counted in times and as nobody.
          </p>
        </div>
      </div>
    </section>
  )
}
