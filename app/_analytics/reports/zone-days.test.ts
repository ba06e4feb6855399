import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneDays } from './zone-days'

const hours = (zone: string, day: string) =>
  zoneDays(zone, day, day).map(({ start, end }) => [new Date(start).toISOString(), (end - start) / 3_600_000])

test.each([
  ['UTC', '2026-01-01', '2026-01-01T00:00:00.000Z', 24],
  ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z', 24],
  ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z', 24],
  ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00:00.000Z', 24],
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Paris', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  // Clocks went from 23:59 to 01:00: the day began at one.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
  // Samoa crossed the date line and had no such day.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
])('in %s the day %s begins at %s and has %i hours', (zone, day, start, length) => {
  expect(hours(zone, day)).toEqual([[start, length]])
})

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const when = fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2030, 0) })

test("every instant lies in the day that the zone's calendar shows", () => {
  fc.assert(
    fc.property(zones, when, (zone, at) => {
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at)
      const [found] = zoneDays(zone, day, day)
      expect(found?.start).toBeLessThanOrEqual(at)
      expect(found?.end).toBeGreaterThan(at)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['UTC', '2026-02-29', '2026-03-01', 'from'],
  ['UTC', '2026-02-01', '1.3.2026', 'to'],
  ['UTC', '2026-03-02', '2026-03-01', 'to'],
  ['UTC', '2006-03-02', '2026-03-01', 'to'],
  ['Europe/Atlantis', '2026-03-01', '2026-03-01', 'zone'],
])('a wrong range is refused: %s, %s to %s', (zone, from, to, field) => {
  expect(() => zoneDays(zone, from, to)).toThrow(expect.objectContaining({ code: 'invalid', field }))
})
