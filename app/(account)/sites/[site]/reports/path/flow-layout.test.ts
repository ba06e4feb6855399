import { expect, test } from 'vitest'
import type { PathAnswer } from '@/_analytics/reports/path/path-query'
import { layOut } from './flow-layout'

const answer = (columns: PathAnswer['columns'], flows: PathAnswer['flows']): PathAnswer => ({
  people: 0,
  conversions: 0,
  seconds: null,
  paths: [],
  of: 0,
  columns,
  flows,
})
const size = { width: 500, height: 300, node: 10, gap: 5 }
const one = (name: string, people: number) => ({ name, people })

test('steps are as high as their people are many, and never overlap', () => {
  const { nodes, bands } = layOut(
    answer(
      [[one('a', 60), one('b', 40)], [one('c', 50)], []],
      [
        { at: 0, from: 'a', to: 'c', people: 30 },
        { at: 0, from: 'b', to: 'c', people: 20 },
      ],
    ),
    size,
  )
  const [a, b, c] = nodes
  expect(a!.height / b!.height).toBeCloseTo(1.5)
  expect(b!.y).toBeGreaterThanOrEqual(a!.y + a!.height + size.gap)
  expect(c!.column).toBe(1)
  expect(bands.map(({ from, to, people }) => [from, to, people])).toEqual([
    ['a', 'c', 30],
    ['b', 'c', 20],
  ])
})

test('many steps of one place stand together', () => {
  const many = Array.from({ length: 12 }, (_, i) => one(`s${i}`, 12 - i))
  const { nodes, bands } = layOut(
    answer(
      [[one('a', 78)], many],
      many.map(({ name, people }) => ({ at: 0, from: 'a', to: name, people })),
    ),
    size,
  )
  expect(nodes.filter(({ column }) => column === 1)).toHaveLength(8)
  expect(nodes.at(-1)).toMatchObject({ name: '5 others', people: 15, rest: true })
  expect(bands.at(-1)?.people).toBe(15)
  expect(nodes.every(({ y, height }) => y + height <= size.height + 1)).toBe(true)
})
