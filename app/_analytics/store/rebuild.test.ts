import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Query } from '../reports/queries'
import { checkSite } from './check'
import { eraseFromFile } from './erase'
import { exportSite } from './export'
import { rebuildSite } from './rebuild'
import { hasSiteFile, openSiteFile } from './site-file'
import { sites, steps, World } from './world.test-kit'

const questions: Query[] = [
  { report: 'metric', event: 'page view', from: '2026-03-26', to: '2026-04-03', zone: 'Asia/Kathmandu' },
  { report: 'events' },
  { report: 'live', now: Date.UTC(2026, 2, 27, 0, 20) },
  { report: 'properties', since: '2026-01-01' },
]

test('a rebuilt file is whole and answers byte for byte what the file answered before', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const world = new World()
      try {
        for (const step of before) world.take(step)
        world.take({ kind: 'compact', trim: true })
        if (hasSiteFile(world.dir, 'site_b')) eraseFromFile(world.dir, 'site_b', 'ben')
        for (const site of sites.filter(one => hasSiteFile(world.dir, one))) {
          expect(checkSite(world.dir, site)).toEqual([])
          const answers = () => JSON.stringify(questions.map(query => world.fresh(site, query)))
          const told = answers()
          const exported = [...exportSite(world.dir, site)].join('')
          rebuildSite(world.dir, site)
          expect(checkSite(world.dir, site)).toEqual([])
          expect(answers()).toBe(told)
          expect([...exportSite(world.dir, site)].join('')).toBe(exported)
        }
        for (const step of after) world.take(step)
        for (const site of sites.filter(one => hasSiteFile(world.dir, one)))
          expect(checkSite(world.dir, site)).toEqual([])
      } finally {
        world.close()
      }
    }),
    { numRuns: 8, interruptAfterTimeLimit: 30_000 },
  )
})

const page = (i: number) => ({
  _p: `person ${i % 3}`,
  _n: 'page view',
  _t: Date.UTC(2026, 2, 27) / 1000 + i,
  _r: Date.UTC(2026, 2, 27) + i * 1000,
  url: `https://x.io/${i % 4}`,
})

const damages: [what: string, sql: string, told: RegExp][] = [
  ['lost columns', 'DELETE FROM segment WHERE property = -1', /has \d+ rows and its times/],
  ['a lost dictionary', 'DELETE FROM value', /has the value \d+, which has no text/],
  ['a cut column', 'UPDATE segment SET data = substr(data, 1, 4) WHERE property = 0', /has 4 bytes for/],
  ['a person that is nobody', 'DELETE FROM identity WHERE person > 1', /names person \d, whom nobody is/],
  ['a torn block', 'UPDATE block SET data = substr(data, 1, 40)', /raw hits of run 0 can't be read/],
]

test.each(damages)('%s is found', (_what, sql, told) => {
  const world = new World()
  try {
    world.take({ kind: 'bulk', site: 'site_a', hits: Array.from({ length: 40 }, (_, i) => page(i)) })
    expect(checkSite(world.dir, 'site_a')).toEqual([])
    const before = JSON.stringify(world.fresh('site_a', { report: 'events' }))
    const db = openSiteFile(world.dir, 'site_a')
    db.exec(sql)
    db.close()
    expect(checkSite(world.dir, 'site_a').join('\n')).toMatch(told)
    if (!sql.includes('segment') && !sql.includes('value')) return
    rebuildSite(world.dir, 'site_a')
    expect(checkSite(world.dir, 'site_a')).toEqual([])
    expect(JSON.stringify(world.fresh('site_a', { report: 'events' }))).toBe(before)
  } finally {
    world.close()
  }
})

test('nothing can be rebuilt or checked of a site that nothing is stored of', () => {
  const world = new World()
  expect(() => rebuildSite(world.dir, 'site_a')).toThrow(/There is no file/)
  expect(() => checkSite(world.dir, 'site_a')).toThrow(/There is no file/)
  world.close()
})
