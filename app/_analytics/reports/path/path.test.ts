import { describe, expect, it, test } from 'vitest'
import type { Hit } from '../../hit'
import { SiteReader } from '../../store/site-reader'
import { type Counted, counted, inEveryWorld, World } from '../../store/world.test-kit'
import { dayIn } from '../calendar'
import { path, pathPeople } from './path'
import { keyOf, type PathAnswer, type PathAsk, pathDefinition } from './path-query'

const asked = (given: object): PathAsk => ({
  report: 'path',
  definition: pathDefinition.parse(given),
  days: { from: '2026-03-28', to: '2026-03-31' },
  zone: 'Europe/Paris',
  today: '2026-04-01',
  now: Date.UTC(2026, 3, 1),
})

/** Each person's steps, without a thought for speed. */
function naive(hits: readonly Hit[], { definition, days, zone }: PathAsk) {
  const { start, end, of, side, length, repeats, without } = definition
  const inRange = counted(hits).filter(({ second }) => {
    const on = dayIn(zone, second * 1000)
    return on >= days.from && on <= days.to
  })
  const stored = hits.filter(
    ({ _n, _b, _t }) =>
      _n && !_b && dayIn('UTC', _t * 1000) >= '2026-03-27' && dayIn('UTC', _t * 1000) <= '2026-03-31',
  )
  const frequency = (name: string) => {
    const rows = stored.filter(hit => hit._n === name)
    return new Set(rows.map((hit, i) => (hit._p === undefined ? i : `${hit._p} ${hit._t}`))).size
  }
  const rank = (a: string, b: string) => frequency(b) - frequency(a) || (a < b ? -1 : 1)
  const ordered = inRange.sort((a, b) => a.second - b.second || rank(a.event, b.event))
  const people = new Set(ordered.flatMap(({ person }) => (person === undefined ? [] : [person])))
  const found = new Map<string, { people: number; conversions: number }>()
  for (const person of people) {
    const all = ordered.filter(one => one.person === person)
    const begins = all.findIndex(({ event }) => !start || event === start.event)
    if (begins < 0) continue
    const ends = all.findIndex(({ event }, i) => i > begins && event === end?.event)
    const way = ends < 0 ? all.slice(begins) : all.slice(begins, ends + 1)
    if (side === 'last' && ends < 0) continue
    const shown = (one: Counted) => (of ? one.hit[of] : one.event)
    const items = way
      .filter(one => !without.some(({ event }) => event === one.event) && shown(one) !== undefined)
      .map(one => String(shown(one)))
    const steps: { name: string; times: number }[] = []
    for (const name of items)
      if (!repeats && steps.at(-1)?.name === name) steps.at(-1)!.times += 1
      else steps.push({ name, times: 1 })
    if (steps.length === 0) continue
    const key = keyOf(side === 'first' ? steps.slice(0, length) : steps.slice(-length))
    const group = found.get(key) ?? { people: 0, conversions: 0 }
    found.set(key, group)
    group.people += 1
    group.conversions += Number(ends >= 0)
  }
  return found
}

const questions = [
  { start: { event: 'visited site' }, end: { event: 'signed up' } },
  { start: { event: 'page view' }, end: { event: 'page view' }, side: 'last', length: '3' },
  { of: 'referrer', without: [{ event: 'signed up' }], repeats: '1', length: '2' },
]

test('paths agree with the plain account, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    const reader = new SiteReader(world.dir, site)
    for (const question of questions) {
      const ask = asked(question)
      const answer = reader.read(source => path(source, ask))
      const expected = naive(world.hits[site], ask)
      expect(answer.of).toBe(expected.size)
      for (const { steps, people, conversions } of answer.paths) {
        expect(expected.get(keyOf(steps))).toEqual({ people, conversions })
        const behind = reader.read(source => pathPeople(source, ask, 'path', keyOf(steps)))
        expect(behind).toHaveLength(people)
      }
      const first = answer.columns[0]?.reduce((sum, one) => sum + one.people, 0)
      expect(first).toBe(answer.people)
    }
    reader.close()
  }, 12)
})

describe('one way', () => {
  const at = Date.UTC(2026, 2, 30, 9) / 1000
  const ask = (events: [string, number][], given: object = {}): PathAnswer => {
    const world = new World()
    const hits = events.map(
      ([_n, seconds]): Hit => ({ _p: 'ann', _n, _t: at + seconds, _r: (at + seconds) * 1000 }),
    )
    world.take({ kind: 'hits', site: 'site_a', hits })
    const reader = new SiteReader(world.dir, 'site_a')
    const found = reader.read(source =>
      path(source, asked({ start: { event: 'a' }, end: { event: 'z' }, ...given })),
    )
    reader.close()
    world.close()
    return found
  }
  const long: [string, number][] = [
    ['a', 0],
    ['b', 1],
    ['b', 2],
    ['c', 3],
    ['d', 4],
    ['e', 5],
    ['f', 6],
    ['z', 60],
    ['z', 90],
  ]
  const texts = (answer: PathAnswer) => answer.paths[0]?.steps.map(({ name, times }) => `${times}${name}`)

  it('collapses repeats, and says how many steps it does not show', () => {
    const answer = ask(long)
    expect(texts(answer)).toEqual(['1a', '2b', '1c', '1d', '1e'])
    expect(answer.paths[0]).toMatchObject({ more: 2, people: 1, conversions: 1, median: 60 })
  })

  it('is looked at from its end', () => {
    expect(texts(ask(long, { side: 'last' }))).toEqual(['1c', '1d', '1e', '1f', '1z'])
  })

  it('puts the more frequent event first where two share a second', () => {
    const events: [string, number][] = [
      ['a', 0],
      ['rare', 5],
      ['often', 5],
      ['often', 7],
      ['z', 9],
    ]
    expect(texts(ask(events))).toEqual(['1a', '1often', '1rare', '1often', '1z'])
  })

  it('may begin and end with the same event', () => {
    const answer = ask(
      [
        ['a', 0],
        ['b', 1],
        ['a', 2],
      ],
      { end: { event: 'a' } },
    )
    expect(texts(answer)).toEqual(['1a', '1b', '1a'])
    expect(answer.conversions).toBe(1)
  })
})
