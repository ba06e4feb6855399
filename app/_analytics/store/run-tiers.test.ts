import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxRun } from './draft'
import { dueForMerge } from './run-tiers'

const many = (count: number, rows: number) => Array.from({ length: count }, () => rows)

test.each([
  ['too few', many(7, 10), undefined],
  ['eight of a size', many(8, 10), [0, 8]],
  ['a larger one before them stays', [5000, ...many(8, 10)], [1, 9]],
  ['a larger one among them parts them', [...many(4, 10), 5000, ...many(4, 10)], undefined],
  ['full ones are left alone', many(20, 200_000), undefined],
  ['no more than one run holds', many(8, 100_000), [0, 2]],
])('%s', (_, rows, due) => {
  expect(dueForMerge(rows)).toEqual(due)
})

test('runs stay few and full, and a row is seldom written again, whatever trickles in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), most => {
      let runs: number[] = []
      let added = 0
      let rewritten = 0
      for (let i = 0; i < 2000; i++) {
        const rows = (i * 7919) % most
        runs.push(rows + 1)
        added += rows + 1
        for (let due = dueForMerge(runs); due; due = dueForMerge(runs)) {
          const merged = runs.slice(...due).reduce((sum, count) => sum + count)
          expect(merged).toBeLessThanOrEqual(maxRun.rows)
          runs = [...runs.slice(0, due[0]), merged, ...runs.slice(due[1])]
          rewritten += merged
        }
      }
      expect(runs.reduce((sum, count) => sum + count)).toBe(added)
      expect(runs.length).toBeLessThanOrEqual(64 + added / (maxRun.rows / 2))
      expect(rewritten / added).toBeLessThanOrEqual(7)
    }),
    { numRuns: 20 },
  )
})
