import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { credentialsOf } from '@/_accounts/accounts.data'
import { passwordMatches } from '@/_accounts/passwords'
import { filled, setFilled, siteByKey } from '@/_analytics/demo/demo.data'
import { demo } from '@/_analytics/demo/known'
import { allSites, ownSite } from '@/_analytics/sites.data'
import { openDb } from '@/_platform/db'
import { env } from '@/_platform/env'
import { share } from '@/_platform/shared'
import { seed } from './seeding'

let dataDir = ''
let written: [string, number][] = []
const options = {
  sizes: { own: 2_000, client: 1_000 },
  show: (what: string) => ({ at: () => {}, end: (done: number) => void written.push([what, done]) }),
}
const run = (more: { events?: string; site?: string } = {}) => {
  share('db', openDb(dataDir))
  return seed({ ...options, ...more })
}
const look = () => share('db', openDb(dataDir))
const setDemo = (state: 'on' | 'off') => vi.spyOn(env, 'DEMO', 'get').mockReturnValue(state)

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'seed-'))
  written = []
  share('secret', 'a secret for tests only, of enough characters')
  vi.spyOn(env, 'DATA_DIR', 'get').mockReturnValue(dataDir)
  setDemo('on')
})

it('makes the demo once: accounts, sign-ins, two sites and their data', async () => {
  await run()
  await run()
  const db = look()
  expect(written.map(([what]) => what)).toEqual([new URL(env.SITE_URL).host, 'halden-tea.example'])
  expect(Math.abs(written[0]![1] - 2_000)).toBeLessThan(400)
  expect((await allSites()).map(site => site.key).sort()).toEqual([demo.ownKey, demo.client.key].sort())
  expect((await ownSite()).key).toBe(demo.ownKey)
  const staff = await credentialsOf(demo.staff.email)
  expect(await passwordMatches(staff?.passwordHash, demo.staff.password)).toBe(true)
  expect(
    await db.user.findMany({ orderBy: { email: 'asc' }, select: { email: true, staff: true, demo: true } }),
  ).toEqual([
    { email: demo.client.owner.email, staff: false, demo: true },
    { email: demo.staff.email, staff: true, demo: true },
  ])
  expect(readdirSync(join(dataDir, 'sites')).filter(file => file.endsWith('.db'))).toHaveLength(2)
})

it('makes nothing of the demo with DEMO=off, and never adds it later', async () => {
  setDemo('off')
  await run()
  setDemo('on')
  const say = vi.spyOn(console, 'log').mockReturnValue()
  await run()
  expect(say.mock.calls.flat().join()).toContain('begun with DEMO=off')
  const db = look()
  const [site, ...others] = await allSites()
  expect(others).toEqual([])
  expect((await ownSite()).id).toBe(site!.id)
  expect(site!.key).not.toBe(demo.ownKey)
  expect(await db.user.count()).toBe(0)
  expect(written).toEqual([])
  await expect(run({ events: '100' })).rejects.toThrow('--site')
})

it('adds any number of events to a site that is named', async () => {
  await run()
  look()
  const client = (await siteByKey(demo.client.key))!
  await run({ events: '3_000', site: client.id })
  expect(written.at(-1)![0]).toBe('halden-tea.example')
  expect(Math.abs(written.at(-1)![1] - 3_000)).toBeLessThan(600)
  look()
  expect(await filled(client.id)).toEqual({ batches: 2, interrupted: false })
  await expect(run({ events: '10', site: 'site_none' })).rejects.toThrow('no site with the id site_none')
  await expect(run({ events: 'many' })).rejects.toThrow('whole number')
})

it('starts a site over when the first time was interrupted', async () => {
  await run()
  look()
  const own = (await siteByKey(demo.ownKey))!
  await setFilled(own.id, { batches: 0, interrupted: true })
  writeFileSync(join(dataDir, 'sites', `${own.id}.db`), 'half a file')
  written = []
  await run()
  expect(written.map(([what]) => what)).toEqual([new URL(env.SITE_URL).host])
})
