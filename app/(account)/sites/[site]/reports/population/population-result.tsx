import { Chart } from '@/_ui/chart/chart'
import { count, longDay, shortDay } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import { marksOf } from '../frame/marks'
import type { ReportHere } from '../frame/report-here'

export function PopulationResult({ page }: { page: ReportHere<'population'> }) {
  const { run, notes } = page
  if (!run) return null
  const { points } = run.answer
  const last = points.at(-1)
  if (!last) return null
  const sum = (of: 'entered' | 'left') => points.reduce((total, point) => total + point[of], 0)
  const figure = (what: 'in' | 'entered' | 'left', day: string, value: number, called: string) => (
    <BehindLink page={page} cell={`${what}.${day}`} called={`${called} ${longDay(day)}`}>
      {count(value)}
    </BehindLink>
  )
  return (
    <>
      <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat
          name="Belong to it"
          value={figure('in', last.day, last.size, 'Belonged on')}
          note={longDay(last.day)}
        />
        <Stat name="Entered" value={count(sum('entered'))} note="since the first point" />
        <Stat name="Left" value={count(sum('left'))} note="since the first point" />
      </dl>
      <Chart
        title="People who belong to the group"
        unit="Day"
        points={points.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
        series={[
          { name: 'People', values: points.map(({ size }) => size), look: 'area' },
          { name: 'Entered', values: points.map(({ entered }) => entered), look: 'none' },
          { name: 'Left', values: points.map(({ left }) => left), look: 'none' },
        ]}
        marks={marksOf(
          notes,
          points.map(({ day }) => day),
        )}
        bare
      />
      <div className="mt-6">
        <Table
          caption="People who belong, enter and leave, the newest first"
          hideCaption
          rows={points.toReversed()}
          rowKey={({ day }) => day}
          columns={[
            { name: 'When this day ended (UTC)', cell: ({ day }) => longDay(day) },
            {
              name: 'People',
              numeric: true,
              cell: ({ day, size }) => figure('in', day, size, 'Belonged on'),
            },
            {
              name: 'Entered',
              numeric: true,
              cell: ({ day, entered }) => figure('entered', day, entered, 'Entered by'),
            },
            { name: 'Left', numeric: true, cell: ({ day, left }) => figure('left', day, left, 'Left by') },
          ]}
        />
      </div>
    </>
  )
}
