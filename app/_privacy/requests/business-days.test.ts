import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from '@/_platform/clock'
import { afterBusinessDays, isBusinessDay } from './business-days'

const at = (text: string) => Date.parse(text)
const dateOf = (ms: number) => new Date(ms).toISOString()

it.each([
  ['a Monday', '2026-11-09T10:00:00Z', 10, [], '2026-11-23T23:59:59.999Z'],
  ['a Friday evening', '2026-11-13T23:59:59Z', 1, [], '2026-11-16T23:59:59.999Z'],
  ['a Saturday', '2026-11-14T08:00:00Z', 1, [], '2026-11-16T23:59:59.999Z'],
  ['before a holiday', '2026-11-25T08:00:00Z', 1, ['2026-11-26'], '2026-11-27T23:59:59.999Z'],
  [
    'a holiday on a weekend changes nothing',
    '2026-11-27T08:00:00Z',
    1,
    ['2026-11-28'],
    '2026-11-30T23:59:59.999Z',
  ],
  [
    'two holidays and two weekends',
    '2026-12-23T08:00:00Z',
    5,
    ['2026-12-25', '2027-01-01'],
    '2026-12-31T23:59:59.999Z',
  ],
])('%s', (_, from, count, off, due) => {
  expect(dateOf(afterBusinessDays(at(from), count, off))).toBe(due)
})

it('between asking and due lie as many business days as promised, whatever the day', () => {
  const days = fc.integer({ min: at('2026-01-01'), max: at('2027-11-01') })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 20 }), (from, count) => {
      const due = afterBusinessDays(from, count)
      let counted = 0
      for (let one = Math.floor(from / day) * day + day; one <= due; one += day)
        if (isBusinessDay(one)) counted++
      expect(counted).toBe(count)
      expect(isBusinessDay(due)).toBe(true)
    }),
  )
})
