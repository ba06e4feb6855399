import type { PathAnswer } from '@/_analytics/reports/path/path-query'

/** Steps drawn of each column; the rest stand together as one. */
const most = 7

export type FlowNode = {
  name: string
  people: number
  column: number
  y: number
  height: number
  rest: boolean
}
export type FlowBand = { path: string; people: number; from: string; to: string }
export type FlowLayout = { nodes: FlowNode[]; bands: FlowBand[] }

type Size = { width: number; height: number; node: number; gap: number }

/**
 * Where the steps of a flow and the bands between them are drawn: a column a place, each step as high as its people
 * are many. Bands keep the order of the steps that they come from and go to, so that few cross.
 */
export function layOut({ columns, flows }: PathAnswer, size: Size): FlowLayout {
  const used = columns.filter(column => column.length > 0)
  const all = Math.max(1, ...used.map(column => column.reduce((sum, { people }) => sum + people, 0)))
  const scale = (size.height - size.gap * most) / all
  const nodes: FlowNode[] = []
  const placed = used.map((column, at) => {
    const shown = column.slice(0, column.length > most + 1 ? most : most + 1)
    const rest = column.slice(shown.length)
    const list = [
      ...shown.map(one => ({ ...one, rest: false })),
      ...(rest.length
        ? [
            {
              name: `${rest.length} others`,
              people: rest.reduce((sum, { people }) => sum + people, 0),
              rest: true,
            },
          ]
        : []),
    ]
    let y = 0
    const byName = new Map<string, FlowNode>()
    let others: FlowNode | undefined
    for (const { name, people, rest } of list) {
      const node = { name, people, column: at, y, height: Math.max(1, people * scale), rest }
      nodes.push(node)
      if (rest) others = node
      else byName.set(name, node)
      y += node.height + size.gap
    }
    return (name: string) => byName.get(name) ?? others
  })
  return { nodes, bands: bandsOf(flows, placed, nodes, used.length, scale, size) }
}

function bandsOf(
  flows: PathAnswer['flows'],
  placed: ((name: string) => FlowNode | undefined)[],
  nodes: readonly FlowNode[],
  columns: number,
  scale: number,
  { width, node }: Size,
): FlowBand[] {
  const joined = new Map<FlowNode, Map<FlowNode, number>>()
  for (const { at, from, to, people } of flows) {
    const [left, right] = [placed[at]?.(from), placed[at + 1]?.(to)]
    if (!left || !right) continue
    const targets = joined.get(left) ?? new Map<FlowNode, number>()
    joined.set(left, targets)
    targets.set(right, (targets.get(right) ?? 0) + people)
  }
  const step = columns > 1 ? (width - node) / (columns - 1) : 0
  const entered = new Map<FlowNode, number>()
  const bands: FlowBand[] = []
  for (const left of nodes) {
    let leave = left.y
    const targets = [...(joined.get(left) ?? [])].sort(([a], [b]) => a.y - b.y)
    for (const [right, people] of targets) {
      const thick = Math.max(0.5, people * scale)
      const enter = right.y + (entered.get(right) ?? 0)
      entered.set(right, enter - right.y + thick)
      const [x0, x1] = [left.column * step + node, right.column * step]
      bands.push({ path: band(x0, leave, x1, enter, thick), people, from: left.name, to: right.name })
      leave += thick
    }
  }
  return bands
}

const short = (value: number) => Math.round(value * 10) / 10

/** A band of even thickness from one side to the other. */
function band(x0: number, y0: number, x1: number, y1: number, thick: number): string {
  const half = short((x0 + x1) / 2)
  const [a, b, c, d] = [y0, y1, y1 + thick, y0 + thick].map(short)
  return `M${short(x0)} ${a}C${half} ${a} ${half} ${b} ${short(x1)} ${b}L${short(x1)} ${c}C${half} ${c} ${half} ${d} ${short(x0)} ${d}Z`
}
