import { beforeEach, expect, test, vi } from 'vitest'
import { addMember, createAccount, createUser } from '@/_accounts/accounts.data'
import type { Viewer } from '@/_accounts/viewer'
import { day, hour, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { share } from '@/_platform/shared'
import { useTestDb } from '../../../e2e/testing/database'
import type { Hit } from '../hit'
import type { Answer, Query } from '../reports/queries'
import { createSite, setOwnSite } from '../sites.data'
import { World } from '../store/world.test-kit'
import { healthOf } from './health.data'
import { planNextWatch, watchAll, watchSites } from './watch.data'

vi.setConfig({ testTimeout: 60_000 })

const start = Date.UTC(2026, 2, 20, 12)
const time = { now: start }
const clock = () => time.now
let db: Db
let world: World
let site: { id: string; accountId: string }

/** The site's hits are those of the world's first site. */
const store = {
  query: async <Q extends Query>(_site: string, query: Q): Promise<Answer<Q>> => world.ask('site_a', query),
}

beforeEach(async () => {
  db = (await useTestDb()).db
  world = new World()
  share('store', store)
  time.now = start
  const account = await createAccount({ name: 'Shop' })
  for (const role of ['owner', 'admin'] as const) {
    const user = await createUser({
      email: `${role}@shop.example`,
      name: role,
      password: 'long enough to be one',
    })
    await addMember({ accountId: account.id, userId: user.id, role })
  }
  site = (await createSite({ accountId: account.id, name: 'Shop', url: 'https://shop.example' })).site
})

/** An event every ten minutes from one instant to another. */
function hits(from: number, to: number) {
  const list: Hit[] = []
  for (let at = from; at < to; at += 10 * minute)
    list.push({ _p: `p${at}`, _n: 'page view', _t: at / 1000, _r: at })
  world.take({ kind: 'hits', site: 'site_a', hits: list })
}

const mails = async () =>
  (await db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })).map(({ template, to }) => [
    template,
    to,
  ])

test('the owner hears once that hits stopped, and again only of another stop', async () => {
  hits(start - 16 * day, start)
  const passes = async (hours: number) => {
    for (let i = 0; i < hours; i++) {
      time.now += hour
      await watchAll(store, clock)
    }
  }
  await passes(2)
  expect(await mails()).toEqual([])
  await passes(6)
  expect(await mails()).toEqual([['hits-stopped', 'owner@shop.example']])
  hits(time.now, time.now + day)
  time.now += day
  await passes(4)
  expect(await mails()).toHaveLength(2)
})

test('one hit during the silence, and nothing is said before the hours are full again', async () => {
  hits(start - 16 * day, start)
  hits(start + 2 * hour, start + 2 * hour + 1)
  for (time.now = start; time.now <= start + 5 * hour; time.now += hour) await watchAll(store, clock)
  expect(await mails()).toEqual([])
})

test('the operator hears of unknown keys once a jump', async () => {
  await setOwnSite(site.id)
  const count = (at: number, hits: number) =>
    db.refusal.create({
      data: { siteId: '', reason: 'unknown-key', day: new Date(at).toISOString().slice(0, 10), count: hits },
    })
  await count(start - day, 10)
  await count(start, 500)
  await watchAll(store, clock)
  time.now += hour
  await watchAll(store, clock)
  time.now = start + day
  await count(time.now, 700)
  await watchAll(store, clock)
  expect(await mails()).toEqual([['unknown-keys', 'owner@shop.example']])
})

test('each look plans the next, at the full hour, once', async () => {
  time.now = start + 20 * minute
  await planNextWatch(clock)
  await planNextWatch(clock)
  const handlers = { [watchSites]: () => watchAll(store, clock) }
  expect(await runNextJob(handlers, clock)).toBe(false)
  time.now = start + hour
  expect(await runNextJob(handlers, clock)).toBe(true)
  expect(await runNextJob(handlers, clock)).toBe(false)
  const waiting = await db.job.findMany({ where: { doneAt: null } })
  expect(waiting.map(job => job.runAt.getTime())).toEqual([start + 2 * hour])
})

test('health shows accepted, refused, dropped and what was taken out, to members only', async () => {
  hits(start - day, start)
  const on = (at: number) => new Date(at).toISOString().slice(0, 10)
  const rows: [string, number, number][] = [
    ['gpc', start, 3],
    ['opt-out', start, 5],
    ['malformed', start, 2],
    ['redacted:note', start, 4],
    ['redacted:note', start - day, 6],
    ['blocked:diagnosis', start - day, 1],
  ]
  for (const [reason, at, count] of rows)
    await db.refusal.create({ data: { siteId: site.id, reason, day: on(at), count } })
  await db.refusal.create({ data: { siteId: '', reason: 'unknown-key', day: on(start), count: 9 } })
  const viewer: Viewer = {
    userId: 'user_x',
    email: 'x@shop.example',
    name: 'x',
    staff: false,
    demo: false,
    memberships: [{ accountId: site.accountId, role: 'viewer' }],
  }
  const { last, days, parts } = await healthOf(viewer, site.id, 3, clock)
  expect(last).toBe(start - 10 * minute)
  const short = (list: { short: string; count: number }[]) => list.map(one => [one.short, one.count])
  expect(days.map(one => [one.day, one.accepted, short(one.refused), short(one.dropped)])).toEqual([
    [
      on(start),
      72,
      [
        ['opted out', 5],
        ['GPC', 3],
      ],
      [['malformed', 2]],
    ],
    [on(start - day), 72, [], []],
    [on(start - 2 * day), 0, [], []],
  ])
  expect(parts).toEqual([
    { what: 'redacted', property: 'note', count: 10, lastDay: on(start) },
    { what: 'blocked', property: 'diagnosis', count: 1, lastDay: on(start - day) },
  ])
  const stranger = { ...viewer, memberships: [{ accountId: 'acc_other', role: 'owner' as const }] }
  await expect(healthOf(stranger, site.id, 3, clock)).rejects.toMatchObject({ code: 'not_found' })
  await expect(healthOf(null, site.id, 3, clock)).rejects.toMatchObject({ code: 'unauthenticated' })
})
