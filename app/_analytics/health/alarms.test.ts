import { describe, expect, test } from 'vitest'
import { hitsStopped, hoursLookedAt, unknownKeysJumped } from './alarms'

const week = 7 * 24
/** Counts of the hours looked at, given how many hours ago each began. */
const hours = (count: (ago: number) => number) =>
  Array.from({ length: hoursLookedAt }, (_, i) => count(hoursLookedAt - i))

describe('a site that went silent', () => {
  test('for three hours that usually have something', () => {
    expect(hitsStopped(hours(ago => (ago <= 3 ? 0 : 5)))).toBe(true)
    expect(hitsStopped(hours(ago => (ago <= 2 ? 0 : 5)))).toBe(false)
  })

  test('is no alarm where those hours are always quiet, or were in one of the weeks', () => {
    const night = (ago: number) => (ago % 24 < 9 ? 0 : 50)
    expect(hitsStopped(hours(night))).toBe(false)
    const sunday = (ago: number) => (ago <= 24 || (ago > week && ago <= week + 24) ? 0 : 50)
    expect(hitsStopped(hours(sunday))).toBe(false)
  })

  test('gets more time the smaller it is, and a day at most', () => {
    const silentFor = (length: number, each: number) => hitsStopped(hours(ago => (ago <= length ? 0 : each)))
    expect([3, 4, 5, 9].map(length => silentFor(length, 2))).toEqual([false, false, true, true])
    expect([9, 10, 24, 200].map(length => silentFor(length, 1))).toEqual([false, true, true, false])
    expect(hitsStopped(hours(ago => (ago > 24 && ago % 12 === 0 ? 1 : 0)))).toBe(false)
  })

  test('needs two weeks to compare with', () => {
    expect(hitsStopped(hours(ago => (ago > 3 && ago < week + 20 ? 50 : 0)))).toBe(false)
    expect(hitsStopped(hours(() => 0))).toBe(false)
    expect(hitsStopped([0, 0, 0, 0])).toBe(false)
  })
})

test.each<[today: number, before: number[], alarm: boolean]>([
  [99, [], false],
  [100, [], true],
  [100, [0, 19], true],
  [100, [0, 20], false],
  [5000, [900, 4000, 10], false],
  [5000, [900, 10], true],
])('%d hits with unknown keys after %j: %s', (today, before, alarm) => {
  expect(unknownKeysJumped(today, before)).toBe(alarm)
})
