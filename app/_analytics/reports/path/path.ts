import { quantiles } from '../kernels/quantile'
import type { Source } from '../source'
import { keyOf, type PathAnswer, type PathAsk, type PathRow, type PathStep } from './path-query'
import { collapsed, waysOf } from './ways'

const most = 50

type Group = { steps: PathStep[]; people: number[]; rest: number[]; seconds: number[]; conversions: number }

/**
 * The ways people took, put together by their first or last steps (kissmetrics.md, 4.7).
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function path(source: Source, ask: PathAsk): PathAnswer {
  const groups = groupsOf(source, ask)
  const rows = groups.map(({ steps, people, rest, seconds, conversions }): PathRow => {
    const [median = null] = quantiles(Uint32Array.from(seconds), [0.5])
    return { steps, more: middle(rest), people: people.length, conversions, median }
  })
  const conversions = rows.reduce((sum, row) => sum + row.conversions, 0)
  const weighted = rows.reduce((sum, row) => sum + (row.median ?? 0) * row.conversions, 0)
  return {
    people: rows.reduce((sum, row) => sum + row.people, 0),
    conversions,
    seconds: conversions ? Math.round(weighted / conversions) : null,
    paths: rows.slice(0, most),
    of: rows.length,
    ...drawn(rows, ask.definition.length),
  }
}

/** Those of one path ("path", by its key), of all, or who were at a step ("step.2", by its name). */
export function pathPeople(source: Source, ask: PathAsk, cell: string, of?: string): number[] {
  const [what, place] = cell.split('.')
  const groups = groupsOf(source, ask).filter(({ steps }) => {
    if (what === 'path') return keyOf(steps) === of
    return what === 'all' || steps[Number(place) - 1]?.name === of
  })
  return groups.flatMap(({ people }) => people)
}

function groupsOf(source: Source, ask: PathAsk): Group[] {
  const { side, length, repeats } = ask.definition
  const { ways, names } = waysOf(source, ask)
  const groups = new Map<string, Group>()
  for (const { who, items, converted, seconds } of ways) {
    if (side === 'last' && !converted) continue
    const all = collapsed(items, names, repeats)
    if (all.length === 0) continue
    const steps = side === 'first' ? all.slice(0, length) : all.slice(-length)
    const key = keyOf(steps)
    const group = groups.get(key) ?? { steps, people: [], rest: [], seconds: [], conversions: 0 }
    groups.set(key, group)
    group.people.push(who)
    group.rest.push(all.length - steps.length)
    if (!converted) continue
    group.conversions += 1
    group.seconds.push(seconds)
  }
  return [...groups]
    .sort(([a, one], [b, other]) => other.people.length - one.people.length || (a < b ? -1 : 1))
    .map(([, group]) => group)
}

/** The median, which lies between two where their number is even. */
function middle(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2
}

/** All paths laid over each other: who stood at each place, and went where from there. */
function drawn(rows: readonly PathRow[], length: number): Pick<PathAnswer, 'columns' | 'flows'> {
  const columns = Array.from({ length }, () => new Map<string, number>())
  const flows = new Map<string, PathAnswer['flows'][number]>()
  for (const { steps, people } of rows)
    steps.forEach(({ name }, at) => {
      const column = columns[at] as Map<string, number>
      column.set(name, (column.get(name) ?? 0) + people)
      const next = steps[at + 1]
      if (!next) return
      const key = JSON.stringify([at, name, next.name])
      const flow = flows.get(key) ?? { at, from: name, to: next.name, people: 0 }
      flows.set(key, flow)
      flow.people += people
    })
  return {
    columns: columns.map(column =>
      Array.from(column, ([name, people]) => ({ name, people })).sort(
        (a, b) => b.people - a.people || (a.name < b.name ? -1 : 1),
      ),
    ),
    flows: [...flows.values()].sort(
      (a, b) => b.people - a.people || (a.from + a.to < b.from + b.to ? -1 : 1),
    ),
  }
}
