import { expect, test } from 'vitest'
import { change, count, fullDay, longDay, rough, shortDay } from './format'

test('figures', () => {
  expect(count(1234567)).toBe('1,234,567')
  expect(rough(12_345)).toBe('12.3K')
})

test('days', () => {
  expect(longDay('2026-09-02')).toBe('Wed 2 September')
  expect(shortDay('2026-09-02')).toBe('2 Sep')
  expect(fullDay('2026-09-02')).toBe('2 September 2026')
})

test.each([
  [150, 100, '+50 % from 100'],
  [103, 100, '+3.0 % from 100'],
  [0, 2000, '−100 % from 2,000'],
  [37, 3, '12 times 3'],
  [7, 7, 'same as before'],
  [7, 0, 'none before'],
])('%d after %d is %j', (now, earlier, text) => {
  expect(change(now, earlier)).toBe(text)
})
