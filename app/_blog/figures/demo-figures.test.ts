import { expect, test } from 'vitest'
import kept from '../../../content/figures/demo.json'
import { demoFigures } from './demo-figures'

test('the figures that posts draw are what the demo gives (npm run figures)', () => {
  expect(kept).toEqual(demoFigures())
}, 60_000)

const visitsOn = (day: string) => kept.days.find(one => one.day === day)!.visits

test('the launch looks as "A launch day in numbers" says', () => {
  const launch = visitsOn('2026-10-06')
  expect(launch / visitsOn('2026-09-22')).toBeGreaterThan(4)
  expect(launch / visitsOn('2026-09-22')).toBeLessThan(5)
  expect(visitsOn('2026-10-07') / launch).toBeCloseTo(0.58, 1)
  expect(visitsOn('2026-10-10') / launch).toBeLessThan(0.25)
})

test('the cohorts look as "Retention on one page" says', () => {
  const launch = kept.cohorts.find(({ from }) => from === Date.UTC(2026, 9, 4))!
  const usual = kept.cohorts.filter(({ from, returned }) => from !== launch.from && returned.length > 0)
  for (const { people } of usual) expect(launch.people).toBeGreaterThan(2 * people)
  expect(launch.returned[0]! / launch.people).toBeCloseTo(0.1, 1)
  for (const { people, returned } of usual.slice(2)) expect(returned[0]! / people).toBeCloseTo(0.1, 1)
  const [first, ...others] = usual
  for (const { people, returned } of others)
    for (const [at, back] of returned.entries())
      expect(first!.returned[at]! / first!.people).toBeGreaterThanOrEqual(back / people)
})
