import type { Bucket } from '@/_analytics/reports/overview/overview-query'
import { Chart } from '@/_ui/chart/chart'
import { longDay, shortDay } from '@/_ui/format'

type Props = { buckets: Bucket[]; earlier?: Bucket[]; csv: string; unfinished: boolean }

/** Visitors and page views by day, or by hour of a day or two. */
export function VisitorsChart({ buckets, earlier, csv, unfinished }: Props) {
  const hourly = buckets[0]?.at.includes('T')
  const title = hourly ? 'Visitors and page views by hour' : 'Visitors and page views by day'
  const points = buckets.map(({ at }) => {
    const [day = '', hour] = at.split('T')
    return hour === undefined
      ? { label: longDay(day), tick: shortDay(day) }
      : { label: `${longDay(day)}, ${hour}:00`, tick: `${hour}:00` }
  })
  return (
    <Chart
      title={title}
      unit={hourly ? 'Hour' : 'Day'}
      points={points}
      series={[
        ...(earlier
          ? [
              {
                name: 'Before',
                values: points.map((_, i) => earlier[i]?.visitors ?? null),
                look: 'compare' as const,
              },
            ]
          : []),
        { name: 'Visitors', values: buckets.map(({ visitors }) => visitors), look: 'area' },
        {
          name: 'Page views',
          values: buckets.map(({ views }) => views),
          ...(earlier && { look: 'none' as const }),
        },
        { name: 'Visits', values: buckets.map(({ visits }) => visits), look: 'none' },
      ]}
      csv={csv}
      unfinished={unfinished}
    />
  )
}
