import { expect, test } from 'vitest'
import { readDefinition } from './definition/read'
import { metricsDefinition } from './metrics/metrics-query'
import { fromOldMetric } from './old-metric'

const of = (old: string) => fromOldMetric(new URLSearchParams(old))
const read = (old: string) => readDefinition(metricsDefinition, Object.fromEntries(of(old)), '2026-11-24')

test.each([
  ['event=Signed+Up&range=90', { from: '2026-08-27', to: '2026-11-24' }, false],
  ['event=signed+up&from=2026-03-01&to=2026-03-31&compare=1', { from: '2026-03-01', to: '2026-03-31' }, true],
  ['event=signed+up&shown=1', { from: '2026-10-26', to: '2026-11-24' }, false],
])('%s is the same question of the metrics report', (old, days, compare) => {
  const { definition, days: asked, errors } = read(old)
  expect(errors).toEqual([])
  expect(asked).toEqual(days)
  expect(definition).toMatchObject({ calculation: 'times', first: { event: 'signed up' }, by: 'day' })
  expect(definition?.compare ?? false).toBe(compare)
})

test('without an event it asks for one', () => {
  expect(`${of('')}`).toBe('calculation=times')
})
