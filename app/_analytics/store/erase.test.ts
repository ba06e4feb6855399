import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import type { MetricQuery, Query } from '../reports/queries'
import { eraseFromFile } from './erase'
import { RunLines } from './row-blocks'
import { openSegmentStore } from './segments'
import { openSiteFile } from './site-file'
import { sites, steps, World } from './world.test-kit'

const metric: MetricQuery = {
  report: 'metric',
  event: 'page view',
  from: '2026-03-26',
  to: '2026-04-03',
  zone: 'Asia/Kathmandu',
}
const questions: Query[] = [
  metric,
  { report: 'events' },
  { report: 'properties', since: '2026-01-01' },
  { report: 'arrivals', from: '2026-03-26', to: '2026-04-03' },
]

/** Everybody who is one person with somebody, by the aliases among some hits. */
function family(hits: readonly Hit[], identity: string): Set<string> {
  const found = new Set([identity])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const { _p, _p2 } of hits) {
      if (_p && _p2 && (found.has(_p) || found.has(_p2))) found.add(_p).add(_p2)
    }
  }
  return found
}

function rawLines(dir: string, site: string): string[] {
  const db = openSiteFile(dir, site)
  try {
    const runs = db.prepare('SELECT first, rows FROM run ORDER BY first').all() as {
      first: number
      rows: number
    }[]
    return runs.flatMap(({ first, rows }) => {
      const lines = new RunLines(db, first, rows)
      return Array.from({ length: rows }, (_, row) => lines.line(row)).filter(line => line !== undefined)
    })
  } finally {
    db.close()
  }
}

test('a site without somebody answers as if they had never come, whatever happens before and after', () => {
  const identity = fc.constantFrom('anna', 'anna@x.io', 'ben', 'Carl/+=')
  fc.assert(
    fc.property(steps, steps, identity, fc.boolean(), (before, after, name, alone) => {
      const world = new World()
      const never = new World()
      try {
        for (const step of before) world.take(step)
        world.take({ kind: 'compact', trim: true })
        const gone = alone ? new Set([name]) : family(world.hits.site_a, name)
        const isTheirs = ({ _p, _p2 }: Hit) => gone.has(_p ?? '') || gone.has(_p2 ?? '')
        const { identities, hits } = eraseFromFile(world.dir, 'site_a', name, alone)
        expect(hits).toBe(world.hits.site_a.filter(isTheirs).length)
        if (hits > 0) expect(new Set(identities)).toEqual(gone)
        const left = { ...world.hits, site_a: world.hits.site_a.filter(hit => !isTheirs(hit)) }
        for (const site of sites) never.take({ kind: 'hits', site, hits: left[site] })
        for (const step of after) {
          world.take(step)
          never.take(step)
        }
        for (const query of questions)
          for (const site of sites) expect(world.ask(site, query)).toEqual(never.ask(site, query))
        world.take({ kind: 'compact', trim: true })
        const theirs = (lines: string[]) => lines.map(line => JSON.parse(line)).filter(isTheirs).length
        const later = after.flatMap(step => ('hits' in step && step.site === 'site_a' ? step.hits : []))
        expect(theirs(rawLines(world.dir, 'site_a'))).toBe(later.filter(isTheirs).length)
        for (const query of questions) expect(world.ask('site_a', query)).toEqual(never.ask('site_a', query))
      } finally {
        world.close()
        never.close()
      }
    }),
    { numRuns: 10, interruptAfterTimeLimit: 30_000 },
  )
})

/** The bytes of all files of a data folder, one character each. */
const everything = (dir: string): [name: string, text: string][] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')])

/** The files that a text is in. */
const filesWith = (dir: string, text: string): string[] =>
  everything(dir).flatMap(([name, bytes]) => (bytes.includes(text) ? [name] : []))

test('nothing of an erased person is in the bytes of any file, nor in the export; everybody else is', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'erase-'))
  const store = await openSegmentStore(dir, { lookEvery: 0 })
  const at = Date.UTC(2026, 4, 4, 12) / 1000
  const secrets = [
    'anna@secret.example',
    'anonymousanna',
    'https://x.io/letter-to-anna',
    'anna-only',
    '98765.4321',
  ]
  const append = (hit: Partial<Hit> & { _t: number }) =>
    store.append('site_a', hit._t * 1000, JSON.stringify({ ...hit, _r: hit._t * 1000 }))
  const receive = async (round: number) => {
    for (let i = 0; i < 60; i++) {
      const other = {
        _p: `somebody ${i}`,
        _n: 'page view',
        _t: at + round * 60 + i,
        url: `https://x.io/${i}`,
      }
      await append(other)
    }
    await append({ _p: 'anonymousanna', _n: 'page view', _t: at + round, url: 'https://x.io/letter-to-anna' })
    await append({ _p: 'anonymousanna', _p2: 'anna@secret.example', _t: at + round })
    await append({ _p: 'anna@secret.example', _t: at + round, 'anna-only': '98765.4321' })
    await append({ _p: 'anna@secret.example', _n: 'anna-only', _t: at + round, url: 'https://x.io/1' })
  }
  try {
    for (let round = 0; round < 12; round++) {
      await receive(round)
      await store.compact()
    }
    await receive(12)
    for (const secret of secrets.slice(0, 4)) expect(filesWith(dir, secret)).not.toEqual([])

    const erased = await store.erasePerson('site_a', 'anonymousanna')
    expect(new Set(erased.identities)).toEqual(new Set(['anonymousanna', 'anna@secret.example']))
    expect(erased.hits).toBe(13 * 4)
    let exported = ''
    for await (const piece of store.export('site_a')) exported += piece
    for (const secret of secrets) {
      expect(filesWith(dir, secret)).toEqual([])
      expect(exported).not.toContain(secret)
    }
    expect(exported.trim().split('\n')).toHaveLength(13 * 60)
    const { events } = await store.query('site_a', { report: 'events' })
    expect(events).toMatchObject([{ name: 'page view', count: 13 * 60 }])
    expect(await store.erasePerson('site_a', 'anonymousanna')).toEqual({ identities: [], hits: 0 })
    expect(await store.erasePerson('site_z', 'nobody')).toEqual({ identities: [], hits: 0 })
  } finally {
    await store.close()
    rmSync(dir, { recursive: true })
  }
})
