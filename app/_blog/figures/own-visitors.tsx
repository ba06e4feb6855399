import { ownFigures } from '@/_analytics/reports/own-site'
import { systemClock } from '@/_platform/clock'
import { Chart } from '@/_ui/chart/chart'
import { count, longDay, shortDay } from '@/_ui/format'
import { Stat } from '@/_ui/stat'

/** Visitors of the operator's own site by day, and the two totals that one might give for the range. */
export async function OwnVisitors() {
  const figures = await ownFigures(systemClock)
  if (!figures) return <p>This deployment has no site of its own yet, so there is nothing to draw.</p>
  const { days, total } = figures.views
  return (
    <>
      <dl className="mb-6 flex flex-wrap gap-x-12 gap-y-4">
        <Stat name="Visitors in 30 days" value={count(total.people)} />
        <Stat
          name="The 30 days added up"
          value={count(days.reduce((sum, { people }) => sum + people, 0))}
          note="Counts a person once for every day they came"
        />
      </dl>
      <Chart
        title="Visitors of this site by day"
        unit="Day"
        points={days.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))}
        series={[{ name: 'Visitors', values: days.map(({ people }) => people), look: 'bars' }]}
        unfinished
      />
    </>
  )
}
