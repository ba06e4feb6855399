/** What a number must be; the unit is the row's. */
export type Floor = { atLeast: number } | { atMost: number } | { below: number }

let missed = 0

/** How many numbers missed their floor so far. */
export const missedFloors = (): number => missed

export const heading = (text: string): void => console.log(`\n${text}`)

/** Prints one measured number, and beside it whether its floor is reached. */
export function result(what: string, value: number, unit: string, floor?: Floor): void {
  const shown = `${what.padEnd(58)}${format(value).padStart(12)} ${unit.padEnd(16)}`
  const [reached, wanted] = floor ? judge(value, floor) : [true, '']
  if (!reached) missed++
  const verdict = wanted && `${reached ? 'pass' : 'FAIL'} (${wanted})`
  console.log(`  ${shown}${verdict}`.trimEnd())
}

export const note = (text: string): void => console.log(`  ${text}`)

function judge(value: number, floor: Floor): [reached: boolean, wanted: string] {
  if ('atLeast' in floor) return [value >= floor.atLeast, `at least ${format(floor.atLeast)}`]
  if ('atMost' in floor) return [value <= floor.atMost, `at most ${format(floor.atMost)}`]
  return [value < floor.below, `under ${format(floor.below)}`]
}

const format = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : 3 })
