import { expect, test } from 'vitest'
import { ago, change, count, country, duration, fullDay, longDay, many, rough, shortDay } from './format'

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

test.each([
  [0, '0 s'],
  [6_500, '6 s'],
  [380_000, '6 min 20 s'],
  [3_600_000, '1 h'],
  [86_400_000 * 3 + 3_600_000 * 4 + 5, '3 days 4 h'],
])('%d ms last %j', (ms, text) => {
  expect(duration(ms)).toBe(text)
})

test('how long ago, how many, and where', () => {
  expect([ago(5000), ago(3 * 86_400_000 + 7_200_000), ago(60_000)]).toEqual([
    'just now',
    '3 days ago',
    '1 min ago',
  ])
  expect([many(1, 'entry', 'entries'), many(2000, 'visit')]).toEqual(['1 entry', '2,000 visits'])
  expect([country('FR'), country('nowhere')]).toEqual(['France', 'nowhere'])
})
