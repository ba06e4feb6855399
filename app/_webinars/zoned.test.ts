import { expect, test } from 'vitest'
import { instantIn } from './zoned'

test.each([
  ['UTC', '2026-12-10T10:00', '2026-12-10T10:00:00.000Z'],
  ['America/Los_Angeles', '2026-10-15T10:00', '2026-10-15T17:00:00.000Z'],
  ['America/Los_Angeles', '2026-12-10T10:00', '2026-12-10T18:00:00.000Z'],
  ['Asia/Kolkata', '2026-06-01T09:30', '2026-06-01T04:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00.000Z'],
])('in %s %s is %s', (zone, local, instant) => {
  expect(new Date(instantIn(zone, local)).toISOString()).toBe(instant)
})

test('a time that comes twice is the first, and one that is skipped is an hour later', () => {
  expect(new Date(instantIn('Europe/Berlin', '2026-10-25T02:30')).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  )
  expect(new Date(instantIn('Europe/Berlin', '2026-03-29T02:30')).toISOString()).toBe(
    '2026-03-29T01:30:00.000Z',
  )
})
