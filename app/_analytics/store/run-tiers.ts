import { maxRun } from './draft'

const fanout = 8

/**
 * Which neighbouring runs to write again as one: the newest, back to where eight of one size class (powers of
 * eight) are together, smaller ones among them included. So a hit is written again about once a class, whatever
 * trickles in, and runs of more than half the full size are left alone.
 * @param rows rows of each run, in receive order
 * @returns the range `[from, to)` to merge, the oldest of them first where all are too many for one run;
 *   undefined when nothing is due
 */
export function dueForMerge(rows: readonly number[]): [from: number, to: number] | undefined {
  for (let limit = fanout; limit < maxRun.rows * fanout; limit *= fanout) {
    let from = rows.length
    let ofClass = 0
    for (; from > 0; from--) {
      const count = rows[from - 1] as number
      if (count >= limit || count > maxRun.rows / 2) break
      if (count >= limit / fanout) ofClass += 1
    }
    if (ofClass >= fanout) return [from, fitting(rows, from)]
  }
  return undefined
}

/** Where the runs from `from` on end that fit into one. */
function fitting(rows: readonly number[], from: number): number {
  let sum = 0
  let to = from
  while (to < rows.length && sum + (rows[to] as number) <= maxRun.rows) sum += rows[to++] as number
  return to
}
