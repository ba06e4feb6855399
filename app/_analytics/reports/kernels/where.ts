import { type Condition, tester } from '../definition/condition'
import type { Segment } from '../source'

/**
 * Which rows of a segment hold all conditions, by the properties that were sent with the event itself.
 * @returns a byte a row, or undefined where all do
 */
export function rowsWhere(segment: Segment, where: readonly Condition[]): Uint8Array | undefined {
  if (where.length === 0) return undefined
  const holds = new Uint8Array(segment.rows).fill(1)
  for (const one of where) narrow(segment, one, holds)
  return holds
}

function narrow(segment: Segment, one: Condition, holds: Uint8Array): void {
  const test = tester(one)
  const column = segment.column(one.property)
  if (!column) {
    if (!test(undefined)) holds.fill(0)
    return
  }
  if (column.numbers) {
    for (let row = 0; row < holds.length; row++) {
      if (holds[row] === 0) continue
      const value = column.numbers[row] as number
      if (!test(Number.isNaN(value) ? undefined : String(value))) holds[row] = 0
    }
    return
  }
  const { codes, text } = column
  const known = new Map<number, number>()
  let last = -1
  let answer = 0
  for (let row = 0; row < holds.length; row++) {
    const code = codes[row] as number
    if (code !== last) {
      let found = known.get(code)
      if (found === undefined) {
        found = Number(test(code === 0 ? undefined : text(code)))
        known.set(code, found)
      }
      last = code
      answer = found
    }
    if (answer === 0) holds[row] = 0
  }
}
