import { maxRun } from './draft'

const fanout = 8

/**
 * Which neighbouring runs to write again as one: the oldest of the newest ones, once eight of them are of one
 * size class (powers of eight) or smaller. So a hit is written again about once a class, whatever trickles in,
 * and runs of more than half the full size are left alone.
 * @param rows rows of each run, in receive order
 * @returns the range `[from, to)` to merge; undefined when nothing is due
 */
export function dueForMerge(rows: readonly number[]): [from: number, to: number] | undefined {
  for (let limit = fanout; limit < maxRun.rows * fanout; limit *= fanout) {
    const small = (count: number) => count < limit && count <= maxRun.rows / 2
    let from = rows.length
    while (from > 0 && small(rows[from - 1] as number)) from--
    if (rows.length - from < fanout) continue
    let to = from
    for (let sum = 0; to < rows.length && sum + (rows[to] as number) <= maxRun.rows; to++) {
      sum += rows[to] as number
    }
    return [from, to]
  }
  return undefined
}
