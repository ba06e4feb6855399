/** A linear scale from a domain to pixels. */
export function scale([from, to]: [number, number], [start, end]: [number, number]) {
  return (value: number): number => start + ((value - from) / (to - from)) * (end - start)
}

/** An SVG path through points, coordinates rounded to a tenth of a pixel. */
export const line = (points: [x: number, y: number][]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
