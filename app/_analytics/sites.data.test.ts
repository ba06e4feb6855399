import { beforeAll, describe, expect, it } from 'vitest'
import { addMember, createAccount, createUser } from '@/_accounts/accounts.data'
import type { Viewer } from '@/_accounts/viewer'
import { useTestDb } from '../../e2e/testing/database'
import { allSites, createSite, ownSite, setOwnSite, siteByToken, siteFor, sitesOf } from './sites.data'

const at = (ms: number) => () => ms

beforeAll(async () => {
  await useTestDb()
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
