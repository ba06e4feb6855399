import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Hit } from '../hit'
import { answer } from '../reports/answer'
import type { Answer, Query } from '../reports/queries'
import { bulkWrite } from './bulk'
import { compactLog } from './compaction'
import { LogWriter } from './log-writer'
import { SiteReader } from './site-reader'

export const sites = ['site_a', 'site_b'] as const
type Site = (typeof sites)[number]

/** What can happen to a store, in any order. */
export type Step =
  | { kind: 'hits'; site: Site; hits: Hit[] }
  | { kind: 'bulk'; site: Site; hits: Hit[] }
  /** Moves the log into files; the trim may come later, as after a crash between the two. */
  | { kind: 'compact'; trim: boolean }
  /** Makes a reader look, so that it has a tail when the next thing happens. */
  | { kind: 'look'; site: Site }

/** A store without threads, and beside it the plain hits that were put in. */
export class World {
  readonly hits: Record<Site, Hit[]> = { site_a: [], site_b: [] }
  readonly dir = mkdtempSync(join(tmpdir(), 'world-'))
  private readonly log = new LogWriter(this.dir)
  private readonly readers = new Map<Site, SiteReader>()

  take(step: Step): void {
    if (step.kind === 'compact') this.compact(step.trim)
    else if (step.kind === 'look') this.ask(step.site, { report: 'events' })
    else this.put(step)
  }

  ask<Q extends Query>(site: Site, query: Q): Answer<Q> {
    let reader = this.readers.get(site)
    if (!reader) {
      reader = new SiteReader(this.dir, site)
      this.readers.set(site, reader)
    }
    return reader.read(source => answer(source, query))
  }

  /** The same by a reader that has kept nothing. */
  fresh<Q extends Query>(site: Site, query: Q): Answer<Q> {
    this.readers.get(site)?.close()
    this.readers.delete(site)
    return this.ask(site, query)
  }

  close(): void {
    for (const reader of this.readers.values()) reader.close()
    this.log.close()
    rmSync(this.dir, { recursive: true })
  }

  private put({ kind, site, hits }: Extract<Step, { hits: Hit[] }>): void {
    // An import overtakes what still stands in the log.
    if (kind === 'bulk') this.compact(true)
    this.hits[site].push(...hits)
    if (kind === 'bulk') bulkWrite(this.dir, site, hits)
    else {
      const lines = hits.map(hit => JSON.stringify(hit))
      const received = hits.map(hit => hit._r)
      this.log.append({ sites: hits.map(() => site), received, lines, ids: hits.map(() => undefined) })
    }
  }

  private compact(trim: boolean): void {
    const { contained } = compactLog(this.dir)
    while (trim && this.log.trim(contained)) {}
  }
}

/** Puts questions to a site that holds these hits: half of them in its file and the rest in the log. */
export function siteOf<T>(
  hits: readonly Hit[],
  look: (ask: <Q extends Query>(query: Q) => Answer<Q>) => T,
): T {
  const world = new World()
  try {
    const half = Math.ceil(hits.length / 2)
    world.take({ kind: 'hits', site: 'site_a', hits: hits.slice(0, half) })
    world.take({ kind: 'compact', trim: true })
    world.take({ kind: 'hits', site: 'site_a', hits: hits.slice(half) })
    return look(query => world.ask('site_a', query))
  } finally {
    world.close()
  }
}

/** A hit without the keys that have no value. */
const plain = (hit: object): Hit =>
  Object.fromEntries(Object.entries(hit).filter(([, value]) => value !== undefined)) as Hit

const firstDay = Date.UTC(2026, 2, 27) / 1000

const lastDay = (firstDay + 5 * 86_400) * 1000

/** What was seen in a second, the same for all events of that second. */
const pages = (at: number) => ({
  'viewed url': `https://x.io/${at % 5}?q=${at}`,
  url: `https://x.io/${at % 3}`,
  referrer: at % 2 ? `https://www.host${at % 3}.org/a` : 'Direct',
  'engaged seconds': String(at % 7),
})

/** Few identities, seconds and names, so that everything collides; the days are those when Europe's clocks change. */
const second = fc.tuple(fc.constantFrom(0, 2, 2, 4), fc.constantFrom(0, 22, 22), fc.nat({ max: 1 }))
const time = second.map(([on, hours, seconds]) => firstDay + on * 86_400 + hours * 3600 + seconds)
const identity = fc.constantFrom('anna', 'anna@x.io', 'ben', 'Carl/+=')

const event: fc.Arbitrary<Hit> = fc
  .record({
    _p: fc.option(identity, { nil: undefined, freq: 5 }),
    _n: fc.constantFrom('page view', 'page view', 'page view', 'visited site', 'signed up', 'engaged'),
    _t: time,
    _b: fc.constantFrom(undefined, undefined, undefined, undefined, 1 as const),
    now: fc.boolean(),
    ms: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ now, ms, ...hit }) => ({
    ...plain(hit),
    ...pages(hit._t),
    _r: now ? hit._t * 1000 + ms : lastDay + ms,
  }))

const set: fc.Arbitrary<Hit> = fc
  .tuple(identity, time, fc.constantFrom('gold', 'silver', '1', '2.5'))
  .map(([_p, _t, plan]) => ({ _p, _t, _r: lastDay, plan }))

const alias: fc.Arbitrary<Hit> = fc
  .tuple(identity, identity, time)
  .map(([_p, _p2, _t]) => ({ _p, _p2, _t, _r: lastDay }))

const hits = fc.array(
  fc.oneof({ weight: 8, arbitrary: event }, { weight: 1, arbitrary: set }, { weight: 1, arbitrary: alias }),
  { minLength: 4, maxLength: 20, size: 'max' },
)

const site = fc.constantFrom(...sites)

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('hits' as const), site, hits }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('bulk' as const), site, hits }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('compact' as const), trim: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('look' as const), site }) },
  ),
  { minLength: 4, maxLength: 16, size: 'max' },
)

/** Holds `check` against random worlds, asking each site along the way and at the end. */
export function inEveryWorld(check: (world: World, site: Site) => void, numRuns = 30): void {
  fc.assert(
    fc.property(steps, taken => {
      const world = new World()
      try {
        taken.forEach((step, i) => {
          world.take(step)
          if (i % 5 === 4) for (const one of sites) check(world, one)
        })
        for (const one of sites) check(world, one)
      } finally {
        world.close()
      }
    }),
    { numRuns, interruptAfterTimeLimit: 30_000 },
  )
}

/** An event as the rules count it: bots left out, merged identities one person, once a second. */
export type Counted = { event: string; second: number; person: string | undefined; hit: Hit }

export function counted(hits: readonly Hit[]): Counted[] {
  const person = new Map<string, string>()
  const who = (id: string): string => {
    const next = person.get(id)
    return next === undefined ? id : who(next)
  }
  for (const { _p, _p2 } of hits) {
    if (_p === undefined || _p2 === undefined || who(_p) === who(_p2)) continue
    person.set(who(_p), who(_p2))
  }
  const seen = new Set<string>()
  const found: Counted[] = []
  for (const hit of hits) {
    if (hit._n === undefined || hit._b) continue
    const one = { event: hit._n, second: hit._t, person: hit._p === undefined ? undefined : who(hit._p), hit }
    const key = JSON.stringify([one.event, one.second, one.person])
    if (one.person !== undefined && seen.has(key)) continue
    seen.add(key)
    found.push(one)
  }
  return found
}

/** What each person did, in order of time. Nobody's events are left out. */
export function byPerson(hits: readonly Hit[]): Map<string, Counted[]> {
  const people = new Map<string, Counted[]>()
  for (const one of counted(hits)) {
    if (one.person === undefined) continue
    const mine = people.get(one.person) ?? []
    people.set(one.person, mine)
    mine.push(one)
  }
  for (const mine of people.values()) mine.sort((a, b) => a.second - b.second)
  return people
}
