import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Canon } from './canon'

const people = 12
const pair = fc.tuple(fc.integer({ min: 1, max: people - 1 }), fc.integer({ min: 1, max: people - 1 }))

/** Everybody takes the smallest number of those they are linked to, until nothing changes. */
function naive(pairs: [number, number][]): number[] {
  const canon = Array.from({ length: people }, (_, person) => person)
  for (let round = 0; round < people; round++) {
    for (const [a, b] of pairs) {
      const least = Math.min(canon[a] as number, canon[b] as number)
      canon[a] = least
      canon[b] = least
    }
  }
  return canon
}

test('merged people are those that aliases connect, in whatever order they came and however it grew', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 15 }), fc.array(pair, { maxLength: 5 }), (before, after) => {
      const first = new Canon(people)
      for (const [a, b] of before) first.union(a, b)
      expect([...first.flat()]).toEqual(naive(before))
      const grown = first.grown(people + 3)
      for (const [a, b] of after) grown.union(a, b)
      expect([...grown.flat()]).toEqual([...naive([...before, ...after]), people, people + 1, people + 2])
      expect([...first.flat()]).toEqual(naive(before))
    }),
  )
})

test('it says whether anybody was merged at all', () => {
  const canon = new Canon(4)
  canon.union(2, 2)
  expect(canon.merged).toBe(false)
  canon.union(3, 1)
  expect(canon.merged).toBe(true)
})
