import {
  calculations,
  type Figure,
  type MetricsDefinition,
  unitOf,
} from '@/_analytics/reports/metrics/metrics-query'
import { Chart, type Series } from '@/_ui/chart/chart'
import { Meter } from '@/_ui/chart/meter'
import { count, longDay, shortDay } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import { figure } from '../frame/figure'
import { marksOf } from '../frame/marks'
import type { ReportHere } from '../frame/report-here'

const mostSegments = 50

/** What a metric is about, in a few words. */
function subject({ calculation, first, second, property }: MetricsDefinition): string {
  if (calculation === 'total' || calculation === 'average-value') return property ?? ''
  return [first?.event, ...(second && calculation.includes('-') ? [second.event] : [])].join(' → ')
}

export function MetricsResult({ page }: { page: ReportHere<'metrics'> }) {
  const { run, read } = page
  const definition = read.definition
  if (!run || !definition) return null
  const { total, series, lowest, highest, histogram, segments } = run.answer
  const unit = unitOf(definition)
  const then = run.earlier?.answer
  const show = (value: number | null) => figure(value, unit)
  const scale = unit === 'percent' ? 100 : unit === 'seconds' ? 1 / 3600 : 1
  const scaled = (value: number | null) => (value === null ? null : value * scale)
  const format = (value: number) =>
    unit === 'seconds'
      ? `${Math.round(value * 10) / 10} h`
      : `${Math.round(value * 10) / 10}${unit === 'percent' ? ' %' : ''}`
  const lines: Series[] = [
    { name: 'Now', values: series.map(one => scaled(one.value)), look: 'area' },
    ...(then
      ? [
          {
            name: 'Before',
            values: series.map((_, at) => scaled(then.series[at]?.value ?? null)),
            look: 'compare' as const,
          },
        ]
      : []),
  ]
  const title = `${calculations[definition.calculation]}: ${subject(definition)}`
  return (
    <>
      <p className="-mt-4 mb-6 text-lg wrap-anywhere text-soft">{title}</p>
      <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat name="In all" value={show(total.value)} note={then && `${show(then.total.value)} before`} />
        <Stat
          name="People"
          value={
            <BehindLink page={page} cell="all" called="People behind the metric">
              {count(total.people)}
            </BehindLink>
          }
          note={unit === 'percent' && `${count(total.sum)} of ${count(total.of)} converted`}
        />
        <Stat name="Lowest" value={show(lowest)} />
        <Stat name="Highest" value={show(highest)} />
      </dl>
      <Chart
        title={title}
        unit="From"
        points={series.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
        series={lines}
        format={format}
        marks={marksOf(
          page.notes,
          series.map(({ day }) => day),
        )}
        unfinished={read.days.to >= page.today}
      />
      {segments && (
        <Segments page={page} segments={segments} show={show} property={definition.segment?.property ?? ''} />
      )}
      {histogram && histogram.length > 1 && (
        <section className="mt-12" aria-labelledby="spread">
          <h3 id="spread" className="mb-3 text-2xl">
            How people are spread
          </h3>
          <Chart
            title="People by how much each has"
            unit="From"
            points={histogram.map(({ from, to }) => ({
              label: `${figure(from, unit)} to ${figure(to, unit)}`,
              tick: figure(from, unit),
            }))}
            series={[{ name: 'People', values: histogram.map(({ people }) => people), look: 'bars' }]}
          />
        </section>
      )}
    </>
  )
}

type Row = { name: string } & Figure

function Segments({
  page,
  segments,
  show,
  property,
}: {
  page: ReportHere<'metrics'>
  segments: Row[]
  show: (value: number | null) => string
  property: string
}) {
  const most = Math.max(...segments.map(one => one.value ?? 0))
  return (
    <section className="mt-12" aria-labelledby="segments">
      <h3 id="segments" className="mb-3 text-2xl">
        By {property}
      </h3>
      <Table
        caption={`Figures by ${property}`}
        hideCaption
        rows={segments.slice(0, mostSegments)}
        rowKey={({ name }) => name}
        columns={[
          { name: property, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
          { name: 'Value', numeric: true, cell: ({ value }) => show(value) },
          {
            name: 'People',
            numeric: true,
            cell: ({ name, people }) => (
              <BehindLink page={page} cell="all" segment={name} called={`People in ${name}`}>
                {count(people)}
              </BehindLink>
            ),
          },
          { name: 'Compared', cell: ({ value }) => <Meter share={most > 0 ? (value ?? 0) / most : 0} /> },
        ]}
      />
      {segments.length > mostSegments && (
        <p className="mt-2 text-[0.9375rem] text-soft">
          The {mostSegments} largest of {count(segments.length)}; the CSV has all.
        </p>
      )}
    </section>
  )
}
