import { expect, it } from 'vitest'
import { versionInForce } from './version-in-force'

const versions = ['2027-03-01', '2026-11-23', '2027-01-01'].map(effective => ({ effective }))

it.each([
  ['2026-01-01T00:00:00.000Z', '2026-11-23'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23'],
  ['2026-12-31T23:59:59.999Z', '2026-11-23'],
  ['2027-01-01T00:00:00.000Z', '2027-01-01'],
  ['2030-01-01T00:00:00.000Z', '2027-03-01'],
])('at %s it is %s', (now, effective) => {
  expect(versionInForce(versions, Date.parse(now))).toEqual({ effective })
})

it('of no versions it is none', () => {
  expect(versionInForce([], 0)).toBeUndefined()
})
