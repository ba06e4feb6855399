import { beforeAll, describe, expect, it } from 'vitest'
import { addMember, createAccount, createUser } from '@/_accounts/accounts.data'
import { type Role, roles, type Viewer } from '@/_accounts/viewer'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../e2e/testing/database'
import {
  allSites,
  createSite,
  ownSite,
  setOwnSite,
  siteByToken,
  siteFor,
  sitesOf,
  updateSite,
} from './sites.data'

const at = (ms: number) => () => ms

let db: Db

beforeAll(async () => {
  db = (await useTestDb()).db
})

async function client(name: string) {
  const account = await createAccount({ name })
  const user = await createUser({ email: `${name}@example.com`, name, password: 'a long enough password' })
  await addMember({ accountId: account.id, userId: user.id, role: 'admin' })
  const made = await createSite({
    accountId: account.id,
    name: `${name}'s site`,
    url: `https://${name}.example`,
  })
  const viewer: Viewer = {
    userId: user.id,
    email: user.email,
    name,
    staff: false,
    demo: false,
    memberships: [{ accountId: account.id, role: 'admin' }],
  }
  return { ...made, viewer }
}

describe('a site', () => {
  it('opens for its members and for nobody else, as if it were not there', async () => {
    const [ann, bob] = [await client('ann'), await client('bob')]
    expect(await siteFor(ann.viewer, ann.site.id)).toMatchObject({ name: "ann's site", role: 'admin' })
    expect(await siteFor(ann.viewer, ann.site.id)).not.toHaveProperty('secret')
    const absent = await siteFor(ann.viewer, 'site_absent').catch(error => error)
    const others = await siteFor(ann.viewer, bob.site.id).catch(error => error)
    expect(absent).toMatchObject({ code: 'not_found' })
    expect({ ...others, message: others.message }).toEqual({ ...absent, message: absent.message })
    await expect(siteFor(null, ann.site.id)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect((await sitesOf(ann.viewer)).map(site => site.id)).toEqual([ann.site.id])
    expect(await sitesOf(null)).toEqual([])
  })

  it('shows staff no client that they are no member of', async () => {
    const dan = await client('dan')
    const staff: Viewer = { ...dan.viewer, userId: 'user_staff', staff: true, memberships: [] }
    await expect(siteFor(staff, dan.site.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('opens to its own token only', async () => {
    const [eve, fay] = [await client('eve'), await client('fay')]
    const now = at(Date.UTC(2026, 10, 2))
    expect(await siteByToken(`Bearer ${eve.token}`, eve.site.id, 'export', now)).toEqual({
      id: eve.site.id,
      name: eve.site.name,
      key: eve.site.key,
      timezone: 'UTC',
      currency: 'USD',
    })
    for (const id of [fay.site.id, 'site_absent'])
      await expect(siteByToken(`Bearer ${eve.token}`, id, 'export', now)).rejects.toMatchObject({
        code: 'not_found',
        message: 'There is no such site.',
      })
    for (const header of [null, '', 'Bearer', 'Bearer fh_wrong', `Basic ${eve.token}`, eve.token])
      await expect(siteByToken(header, eve.site.id, 'export', now)).rejects.toMatchObject({
        code: 'unauthenticated',
      })
  })

  it('is known to the collector with its secret, and stored without it', async () => {
    const gus = await client('gus')
    expect((await allSites()).find(site => site.id === gus.site.id)).toEqual(gus.site)
    expect(gus.site.secret).toBe(gus.secret)
  })

  it('has a key of its own', async () => {
    const hal = await client('hal')
    const again = { accountId: hal.site.accountId, name: 'x', url: 'https://x.example', key: hal.site.key }
    await expect(createSite(again)).rejects.toMatchObject({ code: 'conflict', field: 'key' })
  })
})

describe('changing a site', () => {
  const as = (viewer: Viewer, role: Role): Viewer => ({
    ...viewer,
    memberships: viewer.memberships.map(one => ({ ...one, role })),
  })
  const written = (subject: string) => db.auditEntry.findMany({ where: { subject }, orderBy: { at: 'asc' } })

  it('keeps what the patch does not name, and writes down which fields changed', async () => {
    const { viewer, site } = await client('jon')
    await updateSite(viewer, site.id, { settings: { ip: 'none', blockedEvents: ['noise'] } }, at(1000))
    const after = await updateSite(viewer, site.id, { name: 'Renamed', timezone: 'Asia/Tokyo' }, at(2000))
    expect(after).toMatchObject({ name: 'Renamed', timezone: 'Asia/Tokyo', url: site.url })
    const settings = { ...site.settings, ip: 'none', blockedEvents: ['noise'] }
    expect((await siteFor(viewer, site.id)).settings).toEqual(settings)
    expect((await allSites()).find(one => one.id === site.id)).toEqual({
      ...site,
      name: 'Renamed',
      timezone: 'Asia/Tokyo',
      settings,
    })
    const entries = (await written(site.id)).map(({ actorId, action, detail }) => [actorId, action, detail])
    expect(entries).toEqual([
      [viewer.userId, 'site.update', JSON.stringify({ changed: ['ip', 'blockedEvents'] })],
      [viewer.userId, 'site.update', JSON.stringify({ changed: ['name', 'timezone'] })],
    ])
  })

  it('writes nothing down when nothing changed', async () => {
    const { viewer, site } = await client('kim')
    await updateSite(viewer, site.id, { name: site.name, settings: site.settings })
    expect(await written(site.id)).toEqual([])
  })

  it.each(roles)('as %s is done, or refused and written down', async role => {
    const { viewer, site } = await client(`role-${role}`)
    const member = as(viewer, role)
    const tried = updateSite(member, site.id, { name: 'Theirs' }, at(1000))
    const allowed = role === 'owner' || role === 'admin'
    if (allowed) await tried
    else await expect(tried).rejects.toMatchObject({ code: 'forbidden' })
    expect((await siteFor(member, site.id)).name).toBe(allowed ? 'Theirs' : site.name)
    const entries = await written(site.id)
    expect(entries.map(entry => entry.action)).toEqual([allowed ? 'site.update' : 'site.update.refused'])
  })

  it('is for no stranger, who learns nothing, and for nobody signed out', async () => {
    const [{ viewer: stranger }, { site }] = [await client('lea'), await client('max')]
    await expect(updateSite(stranger, site.id, { name: 'Mine' })).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no such site.',
    })
    await expect(updateSite(null, site.id, { name: 'Mine' })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    expect((await allSites()).find(one => one.id === site.id)?.name).toBe(site.name)
  })
})

describe("the operator's own site", () => {
  it('is missing until it is set', async () => {
    await expect(ownSite()).rejects.toMatchObject({ code: 'not_found' })
    const { site } = await client('ida')
    await setOwnSite('site_gone')
    await expect(ownSite()).rejects.toMatchObject({ code: 'not_found' })
    await setOwnSite(site.id)
    expect(await ownSite()).toEqual({
      id: site.id,
      key: site.key,
      name: site.name,
      accountId: site.accountId,
    })
  })
})
