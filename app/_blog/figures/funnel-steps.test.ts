import { expect, test } from 'vitest'
import { funnelSteps } from './funnel-steps'

const steps = ['1', '2', '3', '4', '5']

test.each([
  ['1234', '1234', '1234'],
  ['1245', '12', '1245'],
  ['1254', '12', '124'],
  ['12435', '123', '1235'],
  ['345', '', '345'],
])('%s counts for %j, with skipping for %j', (order, strictly, skipping) => {
  expect(funnelSteps([...order], steps, false).join('')).toBe(strictly)
  expect(funnelSteps([...order], steps, true).join('')).toBe(skipping)
})
