import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import { arrange, type Earlier } from './arrange'
import { Draft } from './draft'

const midnight = Date.UTC(2026, 0, 2) / 1000
const day = midnight / 86_400

/** The segments of some hits as readable rows: day, person, ms, properties. */
function arranged(hits: Partial<Hit>[], earlier: (event: string) => Earlier[] = () => []) {
  const draft = new Draft()
  for (const hit of hits) draft.add({ _t: midnight, _r: 0, ...hit } as Hit)
  const numbers = Uint32Array.from(draft.identities, identity => (identity ? identity.charCodeAt(0) - 96 : 0))
  const rows: Record<string, unknown[]> = {}
  for (const segment of arrange(draft, numbers, earlier).segments) {
    const name = `${draft.events[segment.event] || 'set'}${segment.bot ? ' (bot)' : ''}`
    rows[name] ??= []
    segment.person.forEach((person, row) => {
      const cells = [...segment.columns].flatMap(([property, { at, values }]) => {
        const i = at.indexOf(row)
        return i < 0 ? [] : [[draft.properties[property], draft.values(property)[values[i] as number]]]
      })
      rows[name]?.push([segment.day - day, person, segment.time[row], Object.fromEntries(cells)])
    })
  }
  return rows
}

test('rows stand by day, person and time, with the millisecond that the server chose', () => {
  const hits = [
    { _p: 'b', _n: 'x', _t: midnight + 5 },
    { _p: 'a', _n: 'x', _t: midnight + 9, _r: (midnight + 9) * 1000 + 250 },
    { _p: 'a', _n: 'x', _t: midnight + 1 },
    { _p: 'a', _n: 'x', _t: midnight - 1 },
  ]
  expect(arranged(hits)).toEqual({
    x: [
      [-1, 1, 86_399_000, {}],
      [0, 1, 1000, {}],
      [0, 1, 9250, {}],
      [0, 2, 5000, {}],
    ],
  })
})

test('the same person, event and second is one event; what came again says something about the person', () => {
  const twice = [
    { _p: 'a', _n: 'x', plan: 'gold' },
    { _p: 'a', _n: 'x', size: '3' },
    { _p: 'a', _n: 'x' },
    { _p: 'a', _n: 'y' },
    { _p: 'b', _n: 'x' },
  ]
  expect(arranged(twice)).toEqual({
    x: [
      [0, 1, 0, { plan: 'gold' }],
      [0, 2, 0, {}],
    ],
    y: [[0, 1, 0, {}]],
    set: [[0, 1, 0, { size: '3' }]],
  })
})

test('nobody is never the same as nobody', () => {
  expect(arranged([{ _n: 'x' }, { _n: 'x' }]).x).toHaveLength(2)
})

test('bots are kept apart, and are no duplicates of people', () => {
  expect(
    arranged([
      { _p: 'a', _n: 'x', _b: 1 },
      { _p: 'a', _n: 'x' },
      { _p: 'a', _n: 'x', _b: 1 },
    ]),
  ).toEqual({
    x: [[0, 1, 0, {}]],
    'x (bot)': [[0, 1, 0, {}]],
  })
})

test('of one second the value received last stands everywhere', () => {
  const hits = [
    { _p: 'a', _n: 'x', plan: 'gold', size: '1' },
    { _p: 'a', plan: 'silver' },
    { _p: 'a', _n: 'y', plan: 'bronze', _t: midnight + 1 },
    { _p: 'b', plan: 'iron' },
  ]
  expect(arranged(hits)).toEqual({
    x: [[0, 1, 0, { plan: 'silver', size: '1' }]],
    y: [[0, 1, 1000, { plan: 'bronze' }]],
    set: [
      [0, 1, 0, { plan: 'silver' }],
      [0, 2, 0, { plan: 'iron' }],
    ],
  })
})

test('what was received before is not counted again', () => {
  const before: Earlier[] = [
    { person: Uint32Array.of(0, 1, 3), time: Uint32Array.of(0, 700, 1000) },
    { person: Uint32Array.of(2, 2), time: Uint32Array.of(1000, 2000) },
  ]
  const hits = [
    { _n: 'x' },
    { _p: 'a', _n: 'x', plan: 'gold' },
    { _p: 'b', _n: 'x', _t: midnight + 2 },
    { _p: 'b', _n: 'x', _t: midnight + 3 },
    { _p: 'c', _n: 'x' },
    { _p: 'c', _n: 'y', _t: midnight + 1 },
  ]
  expect(arranged(hits, event => (event === 'x' ? before : []))).toEqual({
    x: [
      [0, 0, 0, {}],
      [0, 2, 3000, {}],
      [0, 3, 0, {}],
    ],
    y: [[0, 3, 1000, {}]],
    set: [[0, 1, 0, { plan: 'gold' }]],
  })
})
