import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import type { Query } from '../reports/queries'
import { undoMerge } from './undo-merge'
import { counted, steps, World } from './world.test-kit'

const from = '2026-03-26'
const to = '2026-04-03'
const zone = 'Asia/Kathmandu'
const questions: Query[] = [
  { report: 'metric', event: 'page view', from, to, zone },
  { report: 'metric', event: 'signed up', from, to, zone },
  { report: 'properties', since: '2026-01-01' },
  { report: 'events' },
]

/** Whether the hit says that these two are one person. */
const joins = ({ _p, _p2 }: Hit, a: string, b: string) => (_p === a && _p2 === b) || (_p === b && _p2 === a)

test('a merge that was undone is as if it had never been said, in every report, and can be said again', () => {
  const identity = fc.constantFrom('anna', 'anna@x.io', 'ben', 'Carl/+=')
  const pairs = fc.array(
    fc.tuple(identity, identity).filter(([a, b]) => a !== b),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(steps, pairs, steps, (before, undone, after) => {
      const world = new World()
      const never = new World()
      try {
        for (const step of before) world.take(step)
        for (const query of questions) world.ask('site_a', query)
        world.take({ kind: 'compact', trim: true })
        let left = world.hits.site_a
        for (const [a, b] of undone) {
          const merged = left.some(hit => joins(hit, a, b))
          expect(undoMerge(world.dir, 'site_a', [a, b], 1)).toEqual(
            merged ? expect.objectContaining({ a: expect.any(Number) }) : undefined,
          )
          left = left.filter(hit => !joins(hit, a, b))
        }
        never.take({ kind: 'hits', site: 'site_a', hits: left })
        for (const query of questions) expect(world.ask('site_a', query)).toEqual(never.ask('site_a', query))
        for (const step of after) {
          world.take(step)
          never.take(step)
        }
        for (const query of questions) expect(world.ask('site_a', query)).toEqual(never.ask('site_a', query))
        const all = never.hits.site_a
        const events = new Map<string, number>()
        for (const { event } of counted(all)) events.set(event, (events.get(event) ?? 0) + 1)
        const answer = world.ask('site_a', { report: 'events' })
        expect(new Map(answer.events.map(one => [one.name, one.count]))).toEqual(events)
      } finally {
        world.close()
        never.close()
      }
    }),
    { numRuns: 15, interruptAfterTimeLimit: 20_000 },
  )
})

test('the person of an undone merge is two people, who know of it', () => {
  const said = Date.UTC(2026, 2, 27) / 1000
  const hit = (given: Partial<Hit>): Hit => ({ _p: 'anna', _t: said, _r: said * 1000, ...given })
  const world = new World()
  try {
    const hits = [hit({ _n: 'x' }), hit({ _p: 'guest', _n: 'x', _t: said + 1 }), hit({ _p2: 'guest' })]
    world.take({ kind: 'hits', site: 'site_a', hits })
    world.take({ kind: 'compact', trim: true })
    const person = (number: number) => world.ask('site_a', { report: 'person', person: number, zone: 'UTC' })
    expect(person(1).events).toBe(2)
    expect(undoMerge(world.dir, 'site_a', ['guest', 'anna'], said + 9)).toEqual({ a: 1, b: 2 })
    expect(undoMerge(world.dir, 'site_a', ['guest', 'anna'], said + 10)).toBeUndefined()
    expect(person(1)).toMatchObject({ name: 'anna', events: 1, merges: [{ undone: said + 9 }] })
    expect(person(2)).toMatchObject({ name: 'guest', events: 1, merges: [{ undone: said + 9 }] })
  } finally {
    world.close()
  }
})
