import { expect, test } from 'vitest'
import { day } from '@/_platform/clock'
import { weeklyRetention } from './retention'

const of = (person: string, ...days: number[]) => ({ person, times: days.map(at => at * day) })

test('everybody is in the week they began, and returns by their own weeks', () => {
  const cohorts = weeklyRetention(
    [
      of('comes back on day 7, which is her week 1', 6, 13),
      of('comes back a moment too early', 0, 6.9),
      of('comes back in week 2', 1, 15, 16),
      of('began in the second week', 8, 16),
      of('began before the range', -1, 3),
    ],
    0,
    28 * day,
  )
  expect(cohorts.map(({ people, returned }) => [people, returned])).toEqual([
    [3, [1, 1]],
    [1, [1]],
    [0, []],
    [0, []],
  ])
})

test('a week that somebody has not lived through to its end is not shown', () => {
  const [cohort] = weeklyRetention([of('a', 6.5, 20)], 0, 21 * day)
  expect(cohort!.returned).toHaveLength(1)
})
