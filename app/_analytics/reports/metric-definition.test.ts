import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Preset, presets } from './calendar'
import { type MetricDefinition, metricQueryString, readMetric } from './metric-definition'

const today = '2026-03-02'
const read = (query: string) => readMetric(Object.fromEntries(new URLSearchParams(query)), today, 'page view')

test('an empty address shows the fallback over 30 days', () => {
  expect(read('')).toMatchObject({
    definition: { event: 'page view', range: '30', compare: false },
    days: { from: '2026-02-01', to: today },
  })
})

test('untouched dates leave the preset alone, touched ones replace it', () => {
  const form = 'event=signed+up&range=7&shown=2026-02-24..2026-03-02'
  expect(read(`${form}&from=2026-02-24&to=2026-03-02`).definition?.range).toBe('7')
  expect(read(`${form}&from=2026-02-20&to=2026-03-02`).definition?.range).toEqual({
    from: '2026-02-20',
    to: '2026-03-02',
  })
})

describe('what is wrong is said, and what was typed is kept', () => {
  test.each([
    ['event=+', 'event'],
    [`event=${'x'.repeat(256)}`, 'event'],
    ['event=a&from=2026-02-30&to=2026-03-01', 'from'],
    ['event=a&from=2026-02-01&to=', 'to'],
    ['event=a&from=2026-02-02&to=2026-02-01', 'from'],
    ['event=a&from=2026-03-03&to=2026-03-04', 'from'],
    ['event=a&from=2000-01-01&to=2026-03-01', 'from'],
  ])('%s', (query, field) => {
    const { errors, definition, typed } = read(query)
    const given = new URLSearchParams(query)
    expect(errors.map(error => error.field)).toContain(field)
    expect(definition).toBeUndefined()
    expect(typed.event).toBe(given.get('event')?.trim())
    if (given.has('from')) expect([typed.from, typed.to]).toEqual([given.get('from'), given.get('to')])
  })
})

test('an address holds the whole definition', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map(n => new Date(Date.UTC(2024, 2, 5) + n * 864e5).toISOString().slice(0, 10))
  const range = fc.oneof(
    fc.constantFrom(...(Object.keys(presets) as Preset[])),
    fc
      .tuple(day, day)
      .map(days => days.toSorted())
      .map(([from, to]) => ({ from: from!, to: to! })),
  )
  const event = fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .map(text => text.trim().toLowerCase())
  const definition: fc.Arbitrary<MetricDefinition> = fc.record({
    event: event.filter(Boolean),
    range,
    compare: fc.boolean(),
  })
  fc.assert(
    fc.property(definition, wanted => {
      expect(read(metricQueryString(wanted)).definition).toEqual(wanted)
    }),
  )
})
