import { expect, test } from 'vitest'
import kept from '../../../content/figures/demo.json'
import { demoFigures } from './demo-figures'

test('the figures that posts draw are what the demo gives (npm run figures)', () => {
  expect(kept).toEqual(demoFigures())
})

test('the launch stands out as the post says', () => {
  const at = kept.days.findIndex(({ day }) => day === '2026-10-06')
  const [before, launch, next] = kept.days.slice(at - 1, at + 2).map(({ visits }) => visits)
  expect(launch! / before!).toBeGreaterThan(4)
  expect(next!).toBeLessThan(launch! * 0.65)
})
