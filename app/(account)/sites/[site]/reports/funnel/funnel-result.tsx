import { rateOf } from '@/_analytics/reports/funnel/funnel-query'
import { Chart } from '@/_ui/chart/chart'
import { Meter } from '@/_ui/chart/meter'
import { change, count, longDay, percent, shortDay, took } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import { marksOf } from '../frame/marks'
import type { ReportHere } from '../frame/report-here'
import { FunnelDrawing } from './funnel-drawing'
import { FunnelSegments } from './funnel-segments'

export function FunnelResult({ page }: { page: ReportHere<'funnel'> }) {
  const { run, read } = page
  if (!run || !read.definition) return null
  const { steps, overall, trend, segments } = run.answer
  const then = run.earlier?.answer.steps
  const first = steps[0]!.reached
  const last = steps.at(-1)!.reached
  const unit = read.definition.of === 'ways' ? 'Ways' : 'People'
  if (first === 0 && last === 0)
    return (
      <p className="text-lg" role="status">
        Nobody did “{steps[0]!.event}” on these days. Choose other days, or another first step.
      </p>
    )
  return (
    <>
      <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat
          name="Came all the way"
          value={percent(rateOf(last, first))}
          note={then && `${percent(rateOf(then.at(-1)!.reached, then[0]!.reached))} before`}
        />
        <Stat
          name={`${unit} at the start`}
          value={count(first)}
          note={then && change(first, then[0]!.reached)}
        />
        <Stat
          name={`${unit} at the end`}
          value={count(last)}
          note={then && change(last, then.at(-1)!.reached)}
        />
        <Stat name="Half took less than" value={took(overall)} />
      </dl>
      <FunnelDrawing
        steps={steps.map((step, at) => ({ ...step, ...(then && { earlier: then[at]!.reached }) }))}
      />
      <div className="mt-6">
        <Table
          caption="Steps of the funnel"
          hideCaption
          rows={steps.map((step, at) => ({ ...step, at }))}
          rowKey={({ at }) => at}
          columns={[
            { name: 'Step', cell: ({ at, event }) => `${at + 1}  ${event}` },
            {
              name: 'Reached it',
              numeric: true,
              cell: ({ at, event, reached }) => (
                <BehindLink
                  page={page}
                  cell={`reached.${at + 1}`}
                  called={`Reached step ${at + 1}, ${event}`}
                >
                  {count(reached)}
                </BehindLink>
              ),
            },
            { name: 'Of the first', numeric: true, cell: ({ reached }) => percent(rateOf(reached, first)) },
            {
              name: 'Of the step before',
              numeric: true,
              cell: ({ at, reached }) => (at === 0 ? '' : percent(rateOf(reached, steps[at - 1]!.reached))),
            },
            {
              name: 'Stopped there',
              numeric: true,
              cell: ({ at, event, reached }) =>
                at === steps.length - 1 ? (
                  ''
                ) : (
                  <BehindLink
                    page={page}
                    cell={`lost.${at + 1}`}
                    called={`Stopped at step ${at + 1}, ${event}`}
                  >
                    {count(Math.max(0, reached - steps[at + 1]!.reached))}
                  </BehindLink>
                ),
            },
            { name: 'Half took less', numeric: true, cell: ({ median }) => took(median) },
            { name: 'Nine in ten took less', numeric: true, cell: ({ slow }) => took(slow) },
            ...(then
              ? [
                  {
                    name: 'Before',
                    numeric: true,
                    cell: ({ at }: { at: number }) => count(then[at]!.reached),
                  },
                ]
              : []),
            { name: 'Share', cell: ({ reached }) => <Meter share={rateOf(reached, first)} /> },
          ]}
        />
      </div>
      {segments && <FunnelSegments page={page} segments={segments} />}
      {trend.length > 1 && (
        <section className="mt-12" aria-labelledby="trend">
          <h3 id="trend" className="mb-3 text-2xl">
            Conversion by the day of the first step
          </h3>
          <Chart
            title="Conversion by the day of the first step, percent"
            unit="Day"
            points={trend.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
            format={value => `${Math.round(value * 10) / 10} %`}
            series={[
              {
                name: 'Came all the way',
                values: trend.map(({ started, finished }) => (started ? (finished / started) * 100 : null)),
              },
            ]}
            marks={marksOf(
              page.notes,
              trend.map(({ day }) => day),
            )}
            unfinished={read.days.to >= page.today}
          />
          <p className="mt-3 max-w-[68ch] text-[0.9375rem] text-soft">
            The last days are low where people have not had the time yet to come all the way.
          </p>
        </section>
      )}
    </>
  )
}
