import { expect, it } from 'vitest'
import { day, second } from '@/_platform/clock'
import { bindingVersion, governingVersion } from './binding'

const at = (text: string) => Date.parse(text)
const postings = [
  { version: '2027-03-01', postedAt: at('2027-03-01T00:00:00Z') },
  { version: '2026-11-23', postedAt: at('2026-11-23T00:00:00Z') },
]
const march = at('2027-03-01T00:00:00Z')

it.each([
  ['a second before it is posted', at('2026-12-01'), march - second, '2026-11-23'],
  ['somebody who comes as it is posted', march, march, '2027-03-01'],
  ['somebody who came a second before', march - second, march, '2026-11-23'],
  [
    'an earlier one, a second before the 14 days end',
    at('2026-12-01'),
    march + 14 * day - second,
    '2026-11-23',
  ],
  ['an earlier one, as the 14 days end', at('2026-12-01'), march + 14 * day, '2027-03-01'],
  ['somebody from before the first text', at('2020-01-01'), at('2020-01-02'), '2026-11-23'],
])('binds %s', (_who, since, now, version) => {
  expect(bindingVersion(postings, since, now)?.version).toBe(version)
})

it.each([
  ['the one it was collected under', march - second, undefined, '2026-11-23'],
  ['the later one that its owner was told of', march - second, march, '2027-03-01'],
  ['the one it was collected under, when told of an earlier one', march, at('2026-12-01'), '2027-03-01'],
])('a datum is governed by %s', (_which, collectedAt, toldAt, version) => {
  expect(governingVersion(postings, collectedAt, toldAt)?.version).toBe(version)
})

it('of no versions none binds and none governs', () => {
  expect(bindingVersion([], 0, 0)).toBeUndefined()
  expect(governingVersion([], 0, 0)).toBeUndefined()
})
