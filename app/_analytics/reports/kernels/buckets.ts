import { z } from 'zod'
import type { ZoneDay } from '../zone-days'
import { zoneIndex } from './zone-index'

export const bucketUnits = { day: 'by day', week: 'by week', month: 'by month' } as const
export type BucketUnit = keyof typeof bucketUnits
export const bucketUnit = z.enum(Object.keys(bucketUnits) as [BucketUnit])

/** Points of a chart at most: a longer range is put together by more days. */
const most = 60

/** Days put together; `day` is the first of each. */
export type Buckets = { days: string[]; of(at: number): number }

/**
 * Puts the days of a range together: weeks are seven days from the range's first on (kissmetrics.md, 10.9), months
 * are those of the calendar.
 * @returns the bucket of a moment in Unix seconds, -1 outside of the range
 */
export function bucketsOf(days: readonly ZoneDay[], unit: BucketUnit): Buckets {
  const names: string[] = []
  const byDay = days.map(({ day }, at) => {
    const begins = unit === 'day' || (unit === 'week' ? at % 7 === 0 : at === 0 || day.endsWith('-01'))
    if (begins) names.push(day)
    return names.length - 1
  })
  const indexOf = zoneIndex(days)
  return {
    days: names,
    of: at => {
      const index = indexOf(at)
      return index < 0 ? -1 : (byDay[index] as number)
    },
  }
}

/** The unit that was asked for, or the finest that gives a chart at most sixty points. */
export function unitFor(days: number, asked?: BucketUnit): BucketUnit {
  const fits = (unit: BucketUnit) => (unit === 'day' ? days : unit === 'week' ? days / 7 : days / 28) <= most
  const units: BucketUnit[] = ['day', 'week', 'month']
  return units.slice(asked ? units.indexOf(asked) : 0).find(fits) ?? 'month'
}
