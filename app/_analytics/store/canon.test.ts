import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Canon } from './canon'

const people = 40
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

const canonOf = (canon: Canon, size: number) => [
  ...(canon.merges?.canon ?? Array.from({ length: size }, (_, person) => person)),
]

/** Those whose bit is set. */
const merged = (canon: Canon, size: number) =>
  Array.from({ length: size }, (_, person) => person).filter(
    person => ((canon.merges?.isMerged[person >>> 5] ?? 0) >>> person) & 1,
  )

test('merged people are those that aliases connect, in whatever order they came and however it grew', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 15 }), fc.array(pair, { maxLength: 5 }), (before, after) => {
      const first = new Canon(people)
      for (const [a, b] of before) first.union(a, b)
      expect(canonOf(first, people)).toEqual(naive(before))
      const grown = first.grown(people + 3)
      for (const [a, b] of after) grown.union(a, b)
      const canon = naive([...before, ...after])
      expect(canonOf(grown, people + 3)).toEqual([...canon, people, people + 1, people + 2])
      const together = canon.flatMap((who, person) =>
        canon.filter(one => one === who).length > 1 ? [person] : [],
      )
      expect(merged(grown, people)).toEqual(together)
      expect(canonOf(first, people)).toEqual(naive(before))
    }),
  )
})

test('while nobody was merged there is nothing to look up', () => {
  const canon = new Canon(4)
  canon.union(2, 2)
  expect(canon.merges).toBeUndefined()
  canon.union(3, 1)
  expect(canon.merges?.canon).toEqual(Uint32Array.of(0, 1, 2, 1))
})
