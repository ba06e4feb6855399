import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '@/_platform/clock'
import type { Hit } from '../hit'
import type { Query } from '../reports/queries'
import { checkSite } from './check'
import { exportSite } from './export'
import { retainInFile } from './retain'
import { hasSiteFile, siteFile } from './site-file'
import { steps, World } from './world.test-kit'

const cut = Date.UTC(2026, 2, 29) / day
const questions: Query[] = [
  { report: 'metric', event: 'page view', from: '2026-03-29', to: '2026-04-03', zone: 'UTC' },
  { report: 'arrivals', from: '2026-03-26', to: '2026-04-03' },
]

test('what happened before a day is gone, and the days after it answer as before', () => {
  fc.assert(
    fc.property(steps, before => {
      const world = new World()
      try {
        for (const step of before) world.take(step)
        world.take({ kind: 'compact', trim: true })
        const [metric] = questions as [Query]
        const told = world.ask('site_a', metric)
        const isOld = (hit: Hit) => hit._t * 1000 < cut * day
        const old = world.hits.site_a.filter(isOld).length
        const { hits } = retainInFile(world.dir, 'site_a', cut)
        expect(world.ask('site_a', metric)).toEqual(told)
        const { days } = world.ask('site_a', questions[1] as Extract<Query, { report: 'arrivals' }>)
        expect(days.slice(0, 3).map(one => one.count)).toEqual([0, 0, 0])
        if (!hasSiteFile(world.dir, 'site_a')) return
        expect(checkSite(world.dir, 'site_a')).toEqual([])
        const left = [...exportSite(world.dir, 'site_a')].join('').split('\n').filter(Boolean)
        expect(left.length).toBe(world.hits.site_a.length - hits)
        const stillOld = left.map(line => JSON.parse(line) as Hit).filter(isOld)
        // A merge has no day of its own; it goes with the run that it came with.
        expect(stillOld.filter(hit => hit._p2 === undefined && hit._n !== undefined)).toEqual([])
        expect(hits).toBeLessThanOrEqual(world.hits.site_a.length)
        expect(old - hits).toBeLessThanOrEqual(stillOld.length)
      } finally {
        world.close()
      }
    }),
    { numRuns: 10, interruptAfterTimeLimit: 30_000 },
  )
})

test('names, values and identities that only the old days had are in the file no more', () => {
  const world = new World()
  try {
    const at = (on: number) => ({ _t: on * (day / 1000) + 5, _r: cut * day })
    const hits: Hit[] = [
      { _p: 'bygone', _n: 'old event', ...at(cut - 1), url: 'https://x.io/old', 'old property': 'a' },
      { _p: 'bygone', _p2: 'bygone@x.io', ...at(cut - 1) },
      { _p: 'staying', _n: 'page view', ...at(cut - 1), url: 'https://x.io/both' },
      { _p: 'staying', _n: 'page view', ...at(cut), url: 'https://x.io/both' },
    ]
    world.take({ kind: 'bulk', site: 'site_a', hits })
    const parts = ['', '-wal'].map(suffix => siteFile(world.dir, 'site_a') + suffix)
    const file = () => parts.map(part => (existsSync(part) ? readFileSync(part, 'latin1') : '')).join('')
    const gone = ['bygone', 'old event', 'x.io/old', 'old property']
    for (const text of gone) expect(file().includes(text)).toBe(true)
    expect(retainInFile(world.dir, 'site_a', cut)).toEqual({ hits: 3 })
    for (const text of gone) expect(file().includes(text)).toBe(false)
    expect(file().includes('x.io/both')).toBe(true)
    expect(world.ask('site_a', { report: 'events' }).events).toMatchObject([{ name: 'page view', count: 1 }])
    expect(retainInFile(world.dir, 'site_a', cut)).toEqual({ hits: 0 })
  } finally {
    world.close()
  }
})
