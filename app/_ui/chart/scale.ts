/**
 * Gridline values from 0 to at least `max`, evenly spaced by 1, 2 or 5 times a power of ten, at most
 * `lines` of them above zero. Whole numbers only, since what is counted is whole; at least [0, 1].
 */
export function ticks(max: number, lines: number): number[] {
  const rough = Math.max(max, 1) / lines
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find(by => by * power >= rough) ?? 10) * power)
  const count = Math.max(1, Math.ceil(max / step))
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}

/** Which of `count` points get a label on the axis: the first, the last, and evenly between, at most `most`. */
export function labelled(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at)
  return Array.from({ length: most }, (_, at) => Math.round((at * (count - 1)) / (most - 1)))
}

/**
 * Moves labels apart so that none stand closer than `gap`, keeping their order and, where it can be, staying
 * within `low` and `high`. Takes and returns positions in px, in the order given.
 */
export function spread(wanted: number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!)
  const placed = [...wanted]
  let floor = low
  for (const at of order) {
    placed[at] = Math.max(placed[at]!, floor)
    floor = placed[at]! + gap
  }
  let ceiling = high
  for (const at of order.toReversed()) {
    placed[at] = Math.min(placed[at]!, ceiling)
    ceiling = placed[at]! - gap
  }
  return placed
}

const short = (value: number) => Math.round(value * 10) / 10

/** An SVG path through the points; a missing value (null) breaks the line. A lone point becomes a dot. */
export function linePath(points: ({ x: number; y: number } | null)[]): string {
  let path = ''
  points.forEach((point, at) => {
    if (!point) return
    const begins = !points[at - 1]
    path += `${begins ? 'M' : 'L'}${short(point.x)} ${short(point.y)}`
    if (begins && !points[at + 1]) path += 'h0'
  })
  return path
}

/** The area between the points and `base`; missing values split it. */
export function areaPath(points: ({ x: number; y: number } | null)[], base: number): string {
  const runs: { x: number; y: number }[][] = []
  points.forEach((point, at) => {
    if (!point) return
    if (points[at - 1]) runs.at(-1)!.push(point)
    else runs.push([point])
  })
  return runs
    .map(run => `${linePath(run)}L${short(run.at(-1)!.x)} ${short(base)}L${short(run[0]!.x)} ${short(base)}Z`)
    .join('')
}
