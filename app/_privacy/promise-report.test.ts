import { expect, it } from 'vitest'
import { type PromiseRun, promiseState } from './promise-report'

const run = (checks: PromiseRun['promises']): PromiseRun => ({
  ranAt: '2026-11-24T00:00:00.000Z',
  version: 'abc',
  promises: checks,
})

it('calls a promise kept only when all of its checks ran and passed', () => {
  const passed = { title: 'one', passed: true }
  expect(promiseState('K2', run({ K2: [passed] }))).toBe('kept')
  expect(promiseState('K2', run({ K2: [passed, { title: 'two', passed: false }] }))).toBe('broken')
  expect(promiseState('K2', run({ K2: [] }))).toBe('not run')
  expect(promiseState('K2', run({ K3: [passed] }))).toBe('not run')
})

it('calls what is still to come so, whatever a run says', () => {
  const all = [{ id: 'Z1', check: 'of tomorrow', notYet: true as const }]
  expect(promiseState('Z1', run({ Z1: [{ title: 'one', passed: true }] }), all)).toBe('not yet')
})
