import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '@/_accounts/accounts.data'
import type { Viewer } from '@/_accounts/viewer'
import { env } from '@/_platform/env'
import { useTestDb } from '../../../e2e/testing/database'
import { createSite } from '../sites.data'
import { checkInstallation } from './check'

const server = createServer((_req, res) => res.end(page))
let page = ''
let address = ''
const clock = () => Date.UTC(2026, 10, 2)
const here = { alsoAllow: (one: string) => one === '127.0.0.1' }

beforeAll(async () => {
  await useTestDb()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

async function client(name: string, url = address) {
  const account = await createAccount({ name })
  const { site } = await createSite({ accountId: account.id, name, url })
  const viewer: Viewer = {
    userId: `user_${name}`,
    email: `${name}@example.com`,
    name,
    staff: false,
    demo: false,
    memberships: [{ accountId: account.id, role: 'viewer' }],
  }
  return { site, viewer }
}

test('says what is on the page, five times in a row', async () => {
  const { site, viewer } = await client('ann')
  const check = () => checkInstallation(viewer, site.id, clock, here)
  page = '<p>Hello</p>'
  const nothing = { url: address, tracker: 'missing', optOut: false, tagManager: false }
  expect(await check()).toEqual(nothing)
  page = `<script src="${env.SITE_URL}/t.js?k=${site.key}"></script><a href="${env.SITE_URL}/user-privacy">`
  expect(await check()).toEqual({ ...nothing, tracker: 'found', optOut: true })
  for (let i = 0; i < 3; i++) await check()
  await expect(check()).rejects.toMatchObject({ code: 'too_many' })
})

test('without the override for tests it looks nowhere inside', async () => {
  const { site, viewer } = await client('bob')
  expect(await checkInstallation(viewer, site.id, clock)).toEqual({
    unreachable: 'This address does not lead to the public internet.',
  })
})

test('is for members of the account only', async () => {
  const [{ viewer }, { site }] = [await client('eve'), await client('fay')]
  await expect(checkInstallation(viewer, site.id, clock, here)).rejects.toMatchObject({ code: 'not_found' })
  await expect(checkInstallation(null, site.id, clock, here)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})
