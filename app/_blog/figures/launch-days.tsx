import { Chart } from '@/_ui/chart/chart'
import { longDay, shortDay } from '@/_ui/format'
import demo from '../../../content/figures/demo.json'

const weeks = demo.days.filter(({ day }) => day >= '2026-09-21' && day <= '2026-10-25')

/** Visits by day around the demo's launch, with the same weekday two weeks before as the comparison. */
export function LaunchDays() {
  const shift = demo.days.findIndex(({ day }) => day === weeks[0]!.day) - 14
  return (
    <Chart
      title="Visits by day around a launch"
      unit="Day"
      points={weeks.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
      series={[
        { name: 'Visits', values: weeks.map(({ visits }) => visits), look: 'area' },
        {
          name: '14 days before',
          values: weeks.map((_, at) => demo.days[at + shift]?.visits ?? null),
          look: 'compare',
        },
      ]}
    />
  )
}
