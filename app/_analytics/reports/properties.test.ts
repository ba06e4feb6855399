import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import { inEveryWorld, World } from '../store/world.test-kit'
import { dayName } from './zone-days'

const since = '2026-03-29'

function naive(hits: readonly Hit[]) {
  const found = new Map<string, { count: number; lastDay: string }>()
  for (const hit of hits) {
    if (hit._b || hit._p2 !== undefined) continue
    const on = dayName(Math.floor(hit._t / 86_400))
    for (const name of Object.keys(hit).filter(key => !key.startsWith('_'))) {
      const known = found.get(name) ?? { count: 0, lastDay: on }
      found.set(name, {
        count: known.count + (on >= since ? 1 : 0),
        lastDay: [on, known.lastDay].sort()[1] as string,
      })
    }
  }
  return Object.fromEntries(found)
}

test('properties, how often and when last, agree with the plain count, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    const { properties } = world.ask(site, { report: 'properties', since })
    const figures = properties.map(({ name, count, lastDay }) => [name, { count, lastDay }])
    expect(Object.fromEntries(figures)).toEqual(naive(world.hits[site]))
    expect(figures).toHaveLength(Object.keys(naive(world.hits[site])).length)
  })
})

test.each([true, false])('numbers and texts in one property are told (compacted: %s)', compacted => {
  const world = new World()
  const at = Date.parse(`${since}T12:00:00Z`) / 1000
  const values = { price: ['9.5', '12'], size: ['M', '42'], note: ['a', ''], year: ['2026', ''] }
  const hits = [0, 1].map(i => ({
    _p: 'ann',
    _n: 'bought',
    _t: at + i,
    _r: (at + i) * 1000,
    ...Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list[i]])),
  }))
  try {
    world.take({ kind: 'hits', site: 'site_a', hits })
    if (compacted) world.take({ kind: 'compact', trim: true })
    const { properties } = world.ask('site_a', { report: 'properties', since })
    expect(properties.map(({ name, mixed }) => [name, mixed]).sort()).toEqual([
      ['note', false],
      ['price', false],
      ['size', true],
      ['year', false],
    ])
  } finally {
    world.close()
  }
})
