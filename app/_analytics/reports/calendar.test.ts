import { describe, expect, test } from 'vitest'
import { addDays, before, dayIn, daysIn, isDay, rangeOf } from './calendar'

test.each([
  ['UTC', '2026-03-08T23:59:59Z', '2026-03-08'],
  ['America/Los_Angeles', '2026-03-08T07:59:59Z', '2026-03-07'],
  ['Asia/Kolkata', '2026-03-08T18:30:00Z', '2026-03-09'],
])('in %s it is on %s the day %s', (zone, at, day) => {
  expect(dayIn(zone, Date.parse(at))).toBe(day)
})

test('days are added across months, leap years and clock changes', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-03-08', 1)).toBe('2026-03-09')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('the range before is as long and ends the day before', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  expect(before(march)).toEqual({ from: '2026-01-29', to: '2026-02-28' })
  expect(daysIn(before(march))).toBe(daysIn(march))
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-2-28', false],
  ['2026-13-01', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})

describe('presets', () => {
  test.each([
    ['7', '2026-02-24', '2026-03-02'],
    ['30', '2026-02-01', '2026-03-02'],
    ['month', '2026-03-01', '2026-03-02'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['year', '2026-01-01', '2026-03-02'],
  ] as const)('%s', (preset, from, to) => {
    expect(rangeOf(preset, '2026-03-02')).toEqual({ from, to })
  })
})
