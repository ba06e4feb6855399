import { describe, expect, it, test } from 'vitest'
import type { Hit } from '../../hit'
import { counted, inEveryWorld, sites, World } from '../../store/world.test-kit'
import type { PersonAnswer } from './person-query'

const identities = ['anna', 'anna@x.io', 'ben', 'Carl/+=']
const zone = 'Europe/Paris'

const numberOf = (world: World, site: 'site_a' | 'site_b', identity: string) =>
  world
    .ask(site, { report: 'named', text: identity })
    .people.find(({ identities }) => identities.includes(identity))?.person ?? 0

/** All identities that are one person with this one. */
function together(hits: readonly Hit[], identity: string): Set<string> {
  const all = new Set([identity])
  for (let size = 0; size !== all.size; ) {
    size = all.size
    for (const { _p, _p2 } of hits) if (_p && _p2 && (all.has(_p) || all.has(_p2))) all.add(_p).add(_p2)
  }
  return all
}

/** Every value of a property of some identities, oldest first, without a thought for speed. */
function valuesOf(hits: readonly Hit[], who: ReadonlySet<string>, name: string): string[] {
  const theirs = hits.filter(hit => who.has(hit._p ?? '') && !hit._b && hit._p2 === undefined && hit[name])
  const winners = theirs.filter(
    (hit, i) => !theirs.slice(i + 1).some(later => later._p === hit._p && later._t === hit._t),
  )
  const order = new Map(theirs.map((hit, i) => [hit, i]))
  winners.sort((a, b) => a._t - b._t || order.get(a)! - order.get(b)!)
  return winners.map(hit => String(hit[name]))
}

const unrolled = (answer: PersonAnswer, name: string): string[] =>
  (answer.properties.find(property => property.name === name)?.stretches ?? [])
    .toReversed()
    .flatMap(({ value, times }) => Array.from({ length: times }, () => value))

test('a person is what all their identities sent, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    const hits = world.hits[site]
    for (const identity of identities) {
      const person = numberOf(world, site, identity)
      const answer = world.ask(site, { report: 'person', person, zone, size: 1000 })
      const who = together(hits, identity)
      const seen = hits.filter(hit => who.has(hit._p ?? ''))
      if (!hits.some(({ _p, _p2 }) => _p === identity || _p2 === identity)) {
        expect(answer.person).toBe(0)
        continue
      }
      const events = counted(hits).filter(one => who.has(one.hit._p ?? ''))
      expect(answer.events).toBe(events.length)
      expect(Object.values(answer.days).reduce((sum, one) => sum + one, 0)).toBe(events.length)
      for (const [event, times] of answer.counts)
        expect(times).toBe(events.filter(one => one.event === event).length)
      const own = [...who].filter(name => seen.some(hit => hit._p === name && hit._p2 === undefined))
      expect(answer.identities.map(one => one.identity).sort()).toEqual(own.sort())
      for (const name of ['plan', 'viewed url'])
        expect(unrolled(answer, name)).toEqual(valuesOf(hits, who, name))
      expect(answer.timeline.total).toBe(answer.timeline.entries.length)
      expect(answer.timeline.entries.filter(({ kind }) => kind === 'merge')).toHaveLength(
        seen.filter(hit => hit._p2 !== undefined).length,
      )
    }
  }, 12)
})

describe('one person', () => {
  const at = Date.UTC(2026, 2, 30, 9) / 1000
  const page = (seconds: number, path: string, given: object = {}): Hit => ({
    _p: 'anna',
    _n: 'page view',
    _t: at + seconds,
    _r: (at + seconds) * 1000,
    'viewed url': `https://x.io${path}`,
    ...given,
  })
  const visit = (seconds: number, referrer: string): Hit => ({
    ...page(seconds, '/'),
    _n: 'visited site',
    referrer,
    browser: 'Firefox',
    country: 'FR',
  })
  const ask = (hits: Hit[], given: object = {}): PersonAnswer => {
    const world = new World()
    try {
      world.take({ kind: 'hits', site: sites[0], hits })
      const person = numberOf(world, sites[0], 'anna')
      return world.ask(sites[0], { report: 'person', person, zone, ...given })
    } finally {
      world.close()
    }
  }

  it('visits, and a page after 30 quiet minutes is another visit', () => {
    const { visits } = ask([
      page(0, '/'),
      visit(0, 'https://www.bing.com/'),
      page(60, '/pricing'),
      page(60 + 1801, '/docs'),
    ])
    expect(visits).toMatchObject([
      { number: 2, views: 1, entry: 'https://x.io/docs', from: (at + 1861) * 1000 },
      {
        number: 1,
        views: 2,
        entry: 'https://x.io/',
        exit: 'https://x.io/pricing',
        referrer: 'https://www.bing.com/',
        browser: 'Firefox',
        country: 'FR',
        to: (at + 60) * 1000,
      },
    ])
  })

  it('is not kept on the site by what a server sends', () => {
    const billed = (seconds: number): Hit => ({
      _p: 'anna',
      _n: 'billed',
      _t: at + seconds,
      _r: (at + seconds) * 1000,
      'billing amount': '19.5',
    })
    const refund = { ...billed(9000), 'billing amount': '-4' }
    const answer = ask([page(0, '/'), billed(1700), page(1900, '/'), billed(7000), refund])
    expect(answer.visits.map(({ views }) => views)).toEqual([1, 1])
    expect(answer.revenue).toEqual({ total: 35, times: 2, largest: 19.5 })
    expect(answer.timeline.entries.map(({ visit }) => visit)).toEqual([undefined, undefined, 2, 1, 1])
  })

  it('has every value of a property with its second, the newest first', () => {
    const set = (seconds: number, plan: string): Hit => ({
      _p: 'anna',
      _t: at + seconds,
      _r: at * 1000,
      plan,
    })
    const { properties, events } = ask([set(0, 'Free'), set(5, 'Gold'), set(9, 'Gold'), set(20, 'gold')])
    expect(events).toBe(0)
    expect(properties).toEqual([
      {
        name: 'plan',
        values: 4,
        stretches: [
          { value: 'gold', from: (at + 20) * 1000, to: (at + 20) * 1000, times: 1 },
          { value: 'Gold', from: (at + 5) * 1000, to: (at + 9) * 1000, times: 2 },
          { value: 'Free', from: at * 1000, to: at * 1000, times: 1 },
        ],
      },
    ])
  })

  it('keeps the last 1,000 of an event (kissmetrics.md, I18)', () => {
    const { events, timeline } = ask(
      Array.from({ length: 1001 }, (_, i) => page(i * 60, `/${i}`)),
      { size: 2000 },
    )
    expect(events).toBe(1000)
    expect(timeline.entries.at(-1)?.properties['viewed url']).toBe('https://x.io/1')
  })

  it('has a timeline that is paged, and narrowed to an event, a kind or a day', () => {
    const hits = [page(0, '/'), page(86_400, '/a'), page(86_401, '/b'), { ...visit(86_402, 'Direct') }]
    const paths = (given: object) =>
      ask(hits, given).timeline.entries.map(({ properties }) => properties['viewed url']?.slice(12))
    expect(paths({ size: 2 })).toEqual(['/', '/b'])
    expect(paths({ size: 2, page: 2 })).toEqual(['/a', '/'])
    expect(paths({ event: 'page view' })).toEqual(['/b', '/a', '/'])
    expect(paths({ day: '2026-03-30' })).toEqual(['/'])
    expect(paths({ kind: 'set' })).toEqual([])
  })

  it('is nobody under a number that nobody has', () => {
    expect(ask([page(0, '/')], { person: 77 }).person).toBe(0)
    expect(ask([page(0, '/')], { person: 0 }).person).toBe(0)
  })
})
