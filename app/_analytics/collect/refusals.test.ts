import { beforeAll, expect, test } from 'vitest'
import { addMember, createAccount, createUser } from '@/_accounts/accounts.data'
import type { Viewer } from '@/_accounts/viewer'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../../e2e/testing/database'
import { createSite } from '../sites.data'
import { Refusals } from './refusals'
import { flushRefusals, keepRefusals, refusalsOf } from './refusals.data'

const noon = Date.UTC(2026, 2, 2, 12)
const nextDay = Date.UTC(2026, 2, 3)

let db: Db
beforeAll(async () => {
  ;({ db } = await useTestDb())
})

test('are counted by site, UTC day and reason, and handed out once', () => {
  const refusals = new Refusals()
  refusals.count('site_a', 'gpc', noon)
  refusals.count('site_a', 'gpc', nextDay - 1)
  refusals.count('site_a', 'gpc', nextDay)
  refusals.count('site_a', 'too-old', noon)
  refusals.count('', 'unknown-key', noon)
  expect(refusals.take()).toEqual([
    { siteId: 'site_a', day: '2026-03-02', reason: 'gpc', count: 2 },
    { siteId: 'site_a', day: '2026-03-02', reason: 'too-old', count: 1 },
    { siteId: 'site_a', day: '2026-03-03', reason: 'gpc', count: 1 },
    { siteId: '', day: '2026-03-02', reason: 'unknown-key', count: 1 },
  ])
  expect(refusals.take()).toEqual([])
})

test('names that senders make up cannot fill the memory', () => {
  const refusals = new Refusals()
  for (let i = 0; i < 10_000; i++) refusals.count('site_a', `redacted:${i}`, noon)
  const counts = refusals.take()
  expect(counts.length).toBeLessThan(600)
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
})

async function client(name: string) {
  const account = await createAccount({ name })
  const user = await createUser({ email: `${name}@example.com`, name, password: 'a long enough password' })
  await addMember({ accountId: account.id, userId: user.id, role: 'viewer' })
  const { site } = await createSite({ accountId: account.id, name, url: `https://${name}.example` })
  const viewer: Viewer = {
    userId: user.id,
    email: user.email,
    name,
    staff: false,
    demo: false,
    memberships: [{ accountId: account.id, role: 'viewer' }],
  }
  return { site, viewer }
}

test('add up in the database, and only the members of the site see them', async () => {
  const [ann, bob] = [await client('ann'), await client('bob')]
  const refusals = new Refusals()
  for (let i = 0; i < 3; i++) {
    refusals.count(ann.site.id, 'gpc', noon)
    refusals.count(ann.site.id, 'redacted:note', nextDay)
    await flushRefusals(refusals)
  }
  refusals.count(ann.site.id, 'dnt', noon)
  await keepRefusals(refusals)()
  const days = { from: '2026-03-02', to: '2026-03-02' }
  expect(await refusalsOf(ann.viewer, ann.site.id, days)).toEqual([
    { day: '2026-03-02', reason: 'gpc', count: 3 },
    { day: '2026-03-02', reason: 'dnt', count: 1 },
  ])
  for (const viewer of [bob.viewer, { ...ann.viewer, memberships: [] }])
    await expect(refusalsOf(viewer, ann.site.id, days)).rejects.toMatchObject({ code: 'not_found' })
})

test('what could not be written is counted again', async () => {
  const refusals = new Refusals()
  refusals.count('site_x', 'gpc', noon)
  await db.$executeRawUnsafe('ALTER TABLE Refusal RENAME TO Gone')
  refusals.count('site_x', 'gpc', noon)
  await expect(flushRefusals(refusals)).rejects.toThrow()
  await db.$executeRawUnsafe('ALTER TABLE Gone RENAME TO Refusal')
  refusals.count('site_x', 'gpc', noon)
  await flushRefusals(refusals)
  expect(await db.refusal.findMany({ where: { siteId: 'site_x' } })).toMatchObject([{ count: 3 }])
})
