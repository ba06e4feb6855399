import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMember, createAccount } from '@/_accounts/accounts.data'
import { tearDownAccount } from '@/_accounts/tear-down.data'
import { type Role, roles, type Viewer } from '@/_accounts/viewer'
import { day, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { useTestDb } from '../../../e2e/testing/database'
import { allSites, createSite, setOwnSite, siteByToken, siteFor } from '../sites.data'
import { createToken, endToken, tokensOf } from './api-tokens.data'
import { exportCsv } from './export-csv'
import { addSite, archiveSite, deleteSite, keepSite, rotateSecret, transferSite } from './site-owner.data'
import { tearDownJobs } from './tear-down.data'

let now = Date.UTC(2026, 10, 2)
const clock = () => now
let db: Db
let dataDir: string
let people = 0

beforeAll(async () => {
  const test = await useTestDb()
  db = test.db
  dataDir = test.dataDir
})

async function owner(role: Role = 'owner') {
  const { id: accountId } = await createAccount({ name: `Account ${++people}` }, clock)
  const userId = `user_${people}`
  const email = `${userId}@example.com`
  await db.user.create({ data: { id: userId, email, createdAt: new Date(now) } })
  await addMember({ accountId, userId, role }, clock)
  const viewer: Viewer = {
    ...{ userId, email, name: '', staff: false, demo: false },
    memberships: [{ accountId, role }],
  }
  const { site } = await createSite({ accountId, name: 'Halden Tea', url: 'https://x.example' }, clock)
  return { accountId, viewer, site }
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )
const known = async (id: string) => (await allSites()).find(site => site.id === id)
const jobs = async () => {
  while (await runNextJob(tearDownJobs({ compact: async () => {} }, dataDir, clock), clock));
}
const fileOf = (id: string) => join(dataDir, 'sites', `${id}.db`)
function writeFile(id: string): void {
  mkdirSync(join(dataDir, 'sites'), { recursive: true })
  for (const part of ['', '-wal', '-shm']) writeFileSync(fileOf(id) + part, '')
}

describe('who may', () => {
  const places = { viewer: 0, analyst: 0, admin: 1, owner: 2 }
  const verbs: [string, number, (viewer: Viewer, siteId: string, accountId: string) => Promise<unknown>][] = [
    ['site.archive', 1, (viewer, site) => archiveSite(viewer, site, true, clock)],
    ['site.secret', 1, (viewer, site) => rotateSecret(viewer, site, clock)],
    [
      'token.create',
      1,
      (viewer, site) => createToken(viewer, site, { name: 'x', scopes: ['export'] }, clock),
    ],
    ['token.list', 1, (viewer, site) => tokensOf(viewer, site, clock)],
    ['site.keep', 2, (viewer, site) => keepSite(viewer, site, clock)],
    ['site.delete', 2, (viewer, site) => deleteSite(viewer, site, 'Halden Tea', clock)],
    [
      'site.create',
      1,
      (viewer, _, account) =>
        addSite(
          viewer,
          account,
          { name: 'x', url: 'https://x.example', timezone: 'UTC', currency: 'USD' },
          clock,
        ),
    ],
  ]

  it.each(verbs.flatMap(([action, needs, act]) => roles.map(role => ({ action, needs, act, role }))))(
    '$action as $role',
    async ({ action, needs, act, role }) => {
      const { viewer, site, accountId } = await owner(role)
      const allowed = places[role] >= needs
      expect(await codeOf(act(viewer, site.id, accountId))).toBe(allowed ? 'done' : 'forbidden')
      const written = await db.auditEntry.findMany({ where: { accountId } })
      if (!allowed) expect(written.map(entry => entry.action)).toEqual([`${action}.refused`])
      const stranger = await owner()
      expect(await codeOf(act(stranger.viewer, site.id, accountId))).toBe('not_found')
    },
  )
})

describe('a site', () => {
  it('that is archived takes no hits until it is brought back', async () => {
    const { viewer, site } = await owner()
    await archiveSite(viewer, site.id, true, clock)
    expect(await known(site.id)).toMatchObject({ accountRefuses: true })
    await archiveSite(viewer, site.id, false, clock)
    expect(await known(site.id)).not.toHaveProperty('accountRefuses')
  })

  it('that is deleted can be brought back for seven days; then it and its file are gone', async () => {
    const { viewer, site } = await owner()
    writeFile(site.id)
    expect(await codeOf(deleteSite(viewer, site.id, 'Another', clock))).toBe('invalid')
    await deleteSite(viewer, site.id, 'Halden Tea', clock)
    expect(await known(site.id)).toMatchObject({ accountRefuses: true })
    await keepSite(viewer, site.id, clock)
    now += 8 * day
    await jobs()
    expect(await codeOf(siteFor(viewer, site.id))).toBe('done')

    await deleteSite(viewer, site.id, 'Halden Tea', clock)
    now += 7 * day - 1
    await jobs()
    expect(await codeOf(siteFor(viewer, site.id))).toBe('done')
    now += 1
    await jobs()
    expect(await codeOf(siteFor(viewer, site.id))).toBe('not_found')
    now += minute
    await jobs()
    for (const part of ['', '-wal', '-shm']) expect(existsSync(fileOf(site.id) + part)).toBe(false)
  })

  it('of the deployment itself is neither deleted nor archived nor given away', async () => {
    const { viewer, site, accountId } = await owner()
    await setOwnSite(site.id)
    expect(await codeOf(deleteSite(viewer, site.id, 'Halden Tea', clock))).toBe('conflict')
    expect(await codeOf(archiveSite(viewer, site.id, true, clock))).toBe('conflict')
    expect(await codeOf(transferSite(viewer, site.id, accountId, clock))).toBe('conflict')
    await setOwnSite('site_none')
  })

  it('goes to another account of its owner, and to nobody else’s', async () => {
    const [from, to, stranger] = [await owner(), await owner(), await owner()]
    const both = { ...from.viewer, memberships: [...from.viewer.memberships, ...to.viewer.memberships] }
    expect(await codeOf(transferSite(from.viewer, from.site.id, stranger.accountId, clock))).toBe('not_found')
    await transferSite(both, from.site.id, to.accountId, clock)
    expect(await codeOf(siteFor(to.viewer, from.site.id))).toBe('done')
    expect(await codeOf(siteFor(from.viewer, from.site.id))).toBe('not_found')
  })

  it('draws a new secret, and is known with it', async () => {
    const { viewer, site } = await owner()
    const secret = await rotateSecret(viewer, site.id, clock)
    expect(secret).not.toBe(site.secret)
    expect(await known(site.id)).toMatchObject({ secret })
  })
})

it('a token works until it is ended, and is kept only hashed', async () => {
  const { viewer, site } = await owner()
  expect(await codeOf(createToken(viewer, site.id, { name: 'x', scopes: ['everything'] }, clock))).toBe(
    'invalid',
  )
  const token = await createToken(viewer, site.id, { name: 'nightly', scopes: ['export'] }, clock)
  await siteByToken(`Bearer ${token}`, site.id, 'export', clock)
  expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(token)
  const [, made] = await tokensOf(viewer, site.id, clock)
  expect(made).toMatchObject({ name: 'nightly', scopes: ['export'], lastUsedAt: now })
  await endToken(viewer, site.id, made!.id, clock)
  expect(await codeOf(siteByToken(`Bearer ${token}`, site.id, 'export', clock))).toBe('unauthenticated')
  expect(await codeOf(endToken(viewer, site.id, '', clock))).toBe('not_found')
})

it('deleting an account takes its sites, members and waiting mail, and sends a receipt', async () => {
  const { accountId, viewer, site } = await owner()
  writeFile(site.id)
  await tearDownAccount(accountId, now)
  now += minute
  await jobs()
  expect(existsSync(fileOf(site.id))).toBe(false)
  expect(await db.account.count({ where: { id: accountId } })).toBe(0)
  expect(await db.user.count({ where: { id: viewer.userId } })).toBe(0)
  const mails = await db.outboxMessage.findMany({ where: { to: viewer.email } })
  expect(mails.map(mail => mail.template)).toEqual(['account-deleted'])
  expect(await db.auditEntry.count({ where: { accountId, action: 'account.deleted' } })).toBe(1)
})

it('CSV has one hit a line, and no cell that a spreadsheet would run', async () => {
  async function* lines() {
    yield `${JSON.stringify({ _t: 0, _n: 'page view', _p: '=1+1', url: 'a,b' })}\n`
    yield `${JSON.stringify({ _t: 1, _p: 'ann', _p2: 'ann@example.com' })}\n`
  }
  let csv = ''
  for await (const piece of exportCsv(lines())) csv += piece
  expect(csv.split('\n')).toEqual([
    'time,event,person,other identity,properties',
    `1970-01-01T00:00:00.000Z,page view,'=1+1,,"{""url"":""a,b""}"`,
    '1970-01-01T00:00:01.000Z,,ann,ann@example.com,{}',
    '',
  ])
})
