import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMember, createAccount, createUser } from '@/_accounts/accounts.data'
import type { Role, Viewer } from '@/_accounts/viewer'
import type { Db } from '@/_platform/db'
import { share, shared } from '@/_platform/shared'
import { useTestDb } from '../../e2e/testing/database'
import { undoMerge, undoMergeBySecret } from './merges.data'
import { createSite } from './sites.data'
import type { EventStore } from './store/event-store'
import { openSegmentStore } from './store/segments'

const clock = () => Date.UTC(2026, 10, 24)
const dir = mkdtempSync(join(tmpdir(), 'merges-'))
let db: Db

beforeAll(async () => {
  db = (await useTestDb()).db
  share('store', await openSegmentStore(dir, { lookEvery: 0 }))
})
afterAll(async () => {
  await shared<EventStore>('store').close()
  rmSync(dir, { recursive: true })
})

/** A site where bob and guest each bought something, and were then said to be one person. */
async function mergedSite(name: string, role: Role = 'admin') {
  const account = await createAccount({ name })
  const user = await createUser({ email: `${name}@example.com`, name, password: 'a long enough password' })
  await addMember({ accountId: account.id, userId: user.id, role })
  const made = await createSite({ accountId: account.id, name, url: `https://${name}.example` })
  const at = clock() / 1000 - 60
  const hits = [
    { _p: 'bob', _n: 'bought', _t: at },
    { _p: 'guest', _n: 'bought', _t: at + 1 },
    { _p: 'guest', _p2: 'bob', _t: at + 2 },
  ]
  const store = shared<EventStore>('store')
  for (const hit of hits)
    await store.append(made.site.id, at * 1000, JSON.stringify({ ...hit, _r: at * 1000 }))
  const viewer: Viewer = {
    userId: user.id,
    email: user.email,
    name,
    staff: false,
    demo: false,
    memberships: [{ accountId: account.id, role }],
  }
  const people = async () => {
    const range = { from: '2026-11-20', to: '2026-11-24', zone: 'UTC' }
    return (await store.query(made.site.id, { report: 'metric', event: 'bought', ...range })).total.people
  }
  return { ...made, viewer, people }
}

const pair = { a: 'bob', b: 'guest' }

describe('a merge', () => {
  it('is undone by who may change the site, counts at once, and is written down without names', async () => {
    const { site, viewer, people } = await mergedSite('ann')
    expect(await people()).toBe(1)
    await undoMerge(viewer, site.id, pair, clock)
    expect(await people()).toBe(2)
    await expect(undoMerge(viewer, site.id, pair, clock)).rejects.toMatchObject({ code: 'not_found' })
    const entries = await db.auditEntry.findMany({ where: { subject: site.id, action: 'merge.undo' } })
    expect(entries).toMatchObject([{ actorId: viewer.userId, accountId: site.accountId }])
    expect(entries[0]!.detail).not.toMatch(/bob|guest/)
  })

  it('is not undone by a stranger, or by one who may only look', async () => {
    const { site, viewer, people } = await mergedSite('carl', 'viewer')
    const stranger = (await mergedSite('eve')).viewer
    await expect(undoMerge(null, site.id, pair, clock)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(undoMerge(stranger, site.id, pair, clock)).rejects.toMatchObject({ code: 'not_found' })
    await expect(undoMerge(viewer, site.id, pair, clock)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await people()).toBe(1)
  })

  it('is undone by a server that holds the secret of that site, and no other', async () => {
    const [dora, finn] = [await mergedSite('dora'), await mergedSite('finn')]
    const code = 'unauthenticated'
    for (const header of [null, 'Bearer', 'Bearer wrong', `Bearer ${finn.secret}`, `Bearer ${dora.token}`])
      await expect(undoMergeBySecret(header, dora.site.id, pair, clock)).rejects.toMatchObject({ code })
    await expect(
      undoMergeBySecret(`Bearer ${finn.secret}`, 'site_absent', pair, clock),
    ).rejects.toMatchObject({ code })
    expect(await dora.people()).toBe(1)
    await undoMergeBySecret(`Bearer ${dora.secret}`, dora.site.id, { a: 'guest', b: 'bob' }, clock)
    expect(await dora.people()).toBe(2)
    expect(await finn.people()).toBe(1)
  })
})
