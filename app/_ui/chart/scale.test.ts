import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaPath, labelled, linePath, spread, ticks } from './scale'

describe('ticks', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 5, 10]],
    [10, [0, 5, 10]],
    [1234, [0, 500, 1000, 1500]],
    [40_000, [0, 20_000, 40_000]],
  ])('up to %d', (max, wanted) => {
    expect(ticks(max, 3)).toEqual(wanted)
  })

  test('cover the greatest value with whole, even steps and few lines', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 2, max: 5 }), (max, lines) => {
        const lanes = ticks(max, lines)
        expect(lanes[0]).toBe(0)
        expect(lanes.at(-1)).toBeGreaterThanOrEqual(max)
        expect(lanes.length - 1).toBeLessThanOrEqual(lines)
        for (const lane of lanes) expect(Number.isInteger(lane)).toBe(true)
      }),
    )
  })
})

test('the first and the last point are labelled, and no more than asked', () => {
  expect(labelled(3, 6)).toEqual([0, 1, 2])
  expect(labelled(30, 3)).toEqual([0, 15, 29])
  expect(labelled(0, 3)).toEqual([])
})

test('labels keep their order and never touch where there is room', () => {
  expect(spread([50, 52], 14, 0, 100)).toEqual([50, 64])
  expect(spread([98, 97], 14, 0, 100)).toEqual([100, 86])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }), wanted => {
      const sorted = spread(wanted, 14, 0, 200).sort((a, b) => a - b)
      sorted.slice(1).forEach((at, before) => {
        expect(at - sorted[before]!).toBeGreaterThanOrEqual(14)
      })
    }),
  )
})

test('a missing value breaks the line, and a lone point is drawn', () => {
  const at = (x: number, y: number) => ({ x, y })
  expect(linePath([at(0, 1), at(1, 2), null, at(3, 4)])).toBe('M0 1L1 2M3 4h0')
  expect(areaPath([at(0, 1), at(1, 2), null, at(3, 4), at(4, 5)], 9)).toBe(
    'M0 1L1 2L1 9L0 9ZM3 4L4 5L4 9L3 9Z',
  )
})
