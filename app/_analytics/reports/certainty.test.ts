import { expect, test } from 'vitest'
import { certainty, improvement } from './certainty'

test.each([
  [10, 33, 8, 42, 0.59, 0.872],
  [120, 1000, 100, 1000, 0.2, 0.924],
  [130, 1000, 100, 1000, 0.3, 0.982],
  [55, 500, 50, 500, 0.1, 0.697],
])('%i of %i against %i of %i', (won, people, wonBefore, peopleBefore, better, sure) => {
  const variant = { people, conversions: won }
  const baseline = { people: peopleBefore, conversions: wonBefore }
  expect(improvement(variant, baseline)).toBeCloseTo(better, 2)
  expect(certainty(variant, baseline)).toBeCloseTo(sure, 3)
  expect(certainty(baseline, variant)).toBeCloseTo(1 - certainty(variant, baseline), 6)
})

test('two equal arms are a coin toss', () => {
  const arm = { people: 400, conversions: 40 }
  expect(certainty(arm, arm)).toBeCloseTo(0.5, 6)
})
