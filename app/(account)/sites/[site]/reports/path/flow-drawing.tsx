import type { PathAnswer } from '@/_analytics/reports/path/path-query'
import { count } from '@/_ui/format'
import { layOut } from './flow-layout'

const size = { width: 1000, height: 380, node: 12, gap: 18 }

/**
 * All paths laid over each other, drawn on the server; the table beneath says the same. Where it is too wide it alone
 * scrolls.
 */
export function FlowDrawing({ answer }: { answer: PathAnswer }) {
  const { nodes, bands } = layOut(answer, size)
  const columns = Math.max(...nodes.map(({ column }) => column)) + 1
  if (columns < 2) return null
  const step = (size.width - size.node) / (columns - 1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label="The flow of all paths, drawn" tabIndex={0}>
      <svg
        viewBox={`0 -18 ${size.width} ${size.height + 24}`}
        className="chart min-w-[44rem]"
        role="img"
        aria-label={`Where people go, step by step, over ${columns} steps. The table of paths beneath says the same.`}
      >
        {bands.map(({ path, people, from, to }) => (
          <path key={path} d={path} className="flow-band">
            <title>{`${from} to ${to}: ${count(people)}`}</title>
          </path>
        ))}
        {nodes.map(({ name, people, column, y, height, rest }) => {
          const last = column === columns - 1
          const x = column * step
          return (
            <g key={`${column} ${name} ${rest}`}>
              <rect
                x={x}
                y={y}
                width={size.node}
                height={height}
                className={rest ? 'flow-rest' : 'chart-bar'}
              >
                <title>{`${name}: ${count(people)}`}</title>
              </rect>
              <text
                x={last ? x + size.node : x}
                y={y - 4}
                textAnchor={last ? 'end' : 'start'}
                className="chart-halo flow-name"
              >
                {cut(name, step / (column < columns - 2 ? 8 : 16))}{' '}
                <tspan className="chart-tick">{count(people)}</tspan>
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}

const longest = 26
/** A name as long as there is room for; the names of the last two columns share the room between these. */
function cut(text: string, room: number): string {
  const most = Math.max(6, Math.min(longest, Math.floor(room)))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
