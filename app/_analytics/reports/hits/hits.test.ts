import { expect, test } from 'vitest'
import { SiteReader } from '../../store/site-reader'
import { inEveryWorld } from '../../store/world.test-kit'
import { hit, hits } from './hits'
import { type HitsAsk, hitsDefinition } from './hits-query'
import { traceOf } from './trace'

const asked = (given: object): HitsAsk => ({
  report: 'hits',
  definition: hitsDefinition.parse(given),
  days: { from: '2026-03-28', to: '2026-03-31' },
  zone: 'UTC',
  today: '2026-04-01',
  now: Date.UTC(2026, 3, 1),
})

test('events are listed newest first, page by page, and each leads to its raw hits', () => {
  inEveryWorld((world, site) => {
    const reader = new SiteReader(world.dir, site)
    const ask = (given: object) => reader.read(source => hits(source, asked(given)))
    const [from, to] = [Date.UTC(2026, 2, 28) / 1000, Date.UTC(2026, 3, 1) / 1000]
    const stored = world.hits[site].filter(one => one._n && !one._b && one._t >= from && one._t < to)
    const distinct = new Set(stored.map((one, i) => (one._p ? `${one._p} ${one._n} ${one._t}` : i)))
    const { rows, more } = ask({ size: '1000' })
    expect(more).toBe(false)
    expect(rows).toHaveLength(distinct.size)
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => b - a))
    const pages = [1, 2, 3].flatMap(page => ask({ size: '3', page: `${page}` }).rows)
    expect(pages).toEqual(rows.slice(0, 9))
    const odd = ask({ size: '1000', where: [{ property: 'referrer', is: 'equals', value: 'Direct' }] })
    expect(odd.rows).toEqual(rows.filter(({ at }) => Math.floor(at / 1000) % 2 === 0))
    for (const { person, at, event } of rows.slice(0, 3)) {
      if (person === 0) continue
      const raw = reader.read(source =>
        hit(source, { report: 'hit', person, at: Math.floor(at / 1000), event }),
      )
      expect(raw.hits.length).toBeGreaterThan(0)
      for (const { hit } of raw.hits) expect(stored.concat(world.hits[site])).toContainEqual(hit)
    }
    reader.close()
  }, 10)
})

test('what was done with a hit is told from what is stored', () => {
  const at = 1_774_600_000
  const told = traceOf(
    {
      _p: 'ann',
      _n: 'paid',
      _t: at,
      _r: (at + 7200) * 1000,
      _b: 1,
      _i: 'x1',
      browser: 'Firefox',
      note: '[redacted]',
    },
    2,
  ).join('\n')
  for (const part of [
    'sender’s own',
    'given by the site',
    '“browser”',
    '“note”',
    'insert id x1',
    '2 times',
    'program',
  ])
    expect(told).toContain(part)
  expect(traceOf({ _t: at, _r: at * 1000 + 5, _n: 'x' }, 1).join('\n')).toContain('nobody')
})
