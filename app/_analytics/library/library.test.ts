import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '@/_accounts/accounts.data'
import { type Role, roles, type Viewer } from '@/_accounts/viewer'
import type { Db } from '@/_platform/db'
import { share } from '@/_platform/shared'
import { useTestDb } from '../../../e2e/testing/database'
import { ask } from '../reports/ask'
import type { Answer, Query } from '../reports/queries'
import { createSite, siteFor } from '../sites.data'
import { World } from '../store/world.test-kit'
import { displayName } from './display-name'
import { changeEntry, libraryOf } from './library.data'

const now = Date.UTC(2026, 2, 27, 12)
const clock = () => now
let db: Db

/** Every site of this file has the same hits. */
beforeAll(async () => {
  db = (await useTestDb()).db
  const world = new World()
  const hit = { _p: 'ann', _r: now, _t: now / 1000 - 60 }
  const hits = [
    { ...hit, _n: 'signed up', plan: 'gold' },
    { ...hit, _t: hit._t + 1, _n: 'debug_ping', plan: '3', shirt_color: 'red' },
  ]
  world.take({ kind: 'hits', site: 'site_a', hits })
  const query = async <Q extends Query>(_: string, asked: Q): Promise<Answer<Q>> => world.ask('site_a', asked)
  share('store', { query })
})

async function client(name: string, role: Role = 'admin') {
  const account = await createAccount({ name })
  const { site } = await createSite({ accountId: account.id, name, url: `https://${name}.example` })
  const viewer: Viewer = {
    userId: `user_${name}`,
    email: `${name}@example.com`,
    name,
    staff: false,
    demo: false,
    memberships: [{ accountId: account.id, role }],
  }
  return { id: site.id, viewer }
}

const ping = {
  kind: 'event',
  name: 'debug_ping',
  displayName: 'Ping',
  description: 'Of the old app',
  hidden: true,
  blocked: false,
} as const

test('lists what was seen, under names that can be read', async () => {
  const { id, viewer } = await client('ann')
  const { events, properties } = await libraryOf(viewer, id, clock)
  const short = (list: typeof events) => list.map(one => [one.name, one.title, one.count, one.lastDay])
  expect(short(events)).toEqual([
    ['debug_ping', 'Debug ping', 1, '2026-03-27'],
    ['signed up', 'Signed up', 1, '2026-03-27'],
  ])
  expect(properties.map(one => [one.name, one.title, one.count, one.mixed])).toEqual([
    ['plan', 'Plan', 2, true],
    ['shirt_color', 'Shirt color', 1, false],
  ])
})

test('a hidden event is gone from menus and Live, and nothing else of it', async () => {
  const { id, viewer } = await client('bob')
  await changeEntry(viewer, id, ping, clock)
  expect((await ask(viewer, id, { report: 'events' })).events.map(event => event.name)).toEqual(['signed up'])
  const live = await ask(viewer, id, { report: 'live', now })
  expect(live.recent.map(row => row.event)).toEqual(['signed up'])
  const { events } = await libraryOf(viewer, id, clock)
  expect(events[0]).toMatchObject({ title: 'Ping', description: 'Of the old app', hidden: true, count: 1 })
  expect((await siteFor(viewer, id)).settings.blockedEvents).toEqual([])
  await changeEntry(viewer, id, { ...ping, hidden: false }, clock)
  expect((await ask(viewer, id, { report: 'events' })).events).toHaveLength(2)
})

test('blocking and unblocking changes the site’s lists, whatever spelling stands there', async () => {
  const { id, viewer } = await client('eve')
  const lists = async () => (await siteFor(viewer, id)).settings
  const color = { ...ping, kind: 'property', name: 'shirt_color' } as const
  await changeEntry(viewer, id, { ...ping, blocked: true }, clock)
  await changeEntry(viewer, id, { ...color, blocked: true }, clock)
  expect(await lists()).toMatchObject({ blockedEvents: ['debug_ping'], blockedProperties: ['shirt_color'] })
  expect((await libraryOf(viewer, id, clock)).properties[1]).toMatchObject({ blocked: true })
  await changeEntry(viewer, id, color, clock)
  expect(await lists()).toMatchObject({ blockedEvents: ['debug_ping'], blockedProperties: [] })
  const absent = changeEntry(viewer, id, { ...ping, name: 'never seen' }, clock)
  await expect(absent).rejects.toMatchObject({ code: 'not_found' })
})

test.each(roles)('as %s the library can be read, and changed or not', async role => {
  const { id, viewer } = await client(`role-${role}`, role)
  const tried = changeEntry(viewer, id, ping, clock)
  const allowed = role === 'owner' || role === 'admin'
  if (allowed) await tried
  else await expect(tried).rejects.toMatchObject({ code: 'forbidden' })
  expect((await libraryOf(viewer, id, clock)).events[0]?.hidden).toBe(allowed)
  const entries = await db.auditEntry.findMany({ where: { subject: id } })
  expect(entries.map(entry => entry.action)).toEqual([allowed ? 'library.update' : 'library.update.refused'])
})

test('a stranger learns nothing, and what one site hides is not hidden for another', async () => {
  const [{ viewer: stranger, id: own }, { id, viewer }] = [await client('gus'), await client('hal')]
  for (const who of [stranger, { ...stranger, staff: true }]) {
    await expect(libraryOf(who, id, clock)).rejects.toMatchObject({ code: 'not_found' })
    await expect(changeEntry(who, id, ping, clock)).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(libraryOf(null, id, clock)).rejects.toMatchObject({ code: 'unauthenticated' })
  await changeEntry(viewer, id, ping, clock)
  expect((await ask(stranger, own, { report: 'events' })).events).toHaveLength(2)
})

test.each([
  ['shirt_color', 'Shirt color'],
  ['signed up', 'Signed up'],
  ['_', ''],
])('%s is shown as %j', (name, title) => {
  expect(displayName(name)).toBe(title)
})
