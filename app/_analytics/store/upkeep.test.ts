import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '@/_accounts/accounts.data'
import { day } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { runNextJob } from '@/_platform/jobs.data'
import { useTestDb } from '../../../e2e/testing/database'
import { createSite } from '../sites.data'
import type { EventStore } from './event-store'
import { openSegmentStore } from './segments'
import { backupFolder, planUpkeep, upkeepJobs } from './upkeep.data'

const now = Date.UTC(2026, 4, 20, 12)
let dataDir: string
beforeAll(async () => {
  dataDir = (await useTestDb()).dataDir
  env.BACKUP_DIR = join(dataDir, 'backups')
})

const daysOf = async (store: EventStore, site: string) => {
  const { days } = await store.query(site, { report: 'arrivals', from: '2026-05-01', to: '2026-05-20' })
  return days.filter(one => one.count > 0).map(one => one.day)
}

test('every night each site loses what is older than its owner keeps, and the folder is backed up once', async () => {
  const { id: accountId } = await createAccount({ name: 'Upkeep' })
  const store = await openSegmentStore(dataDir, { lookEvery: 0 })
  const made = ['keeps a week', 'keeps all'].map(name =>
    createSite({ accountId, name, url: 'https://shop.example' }),
  )
  const [week = '', all = ''] = (await Promise.all(made)).map(({ site }) => site.id)
  await db().site.update({ where: { id: week }, data: { settings: JSON.stringify({ keepDays: 7 }) } })
  for (const site of [week, all])
    for (const ago of [18, 8, 7, 1]) {
      const at = now - ago * day
      const hit = { _p: 'somebody', _n: 'visit', _t: at / 1000, _r: at }
      await store.append(site, at, JSON.stringify(hit))
    }

  await planUpkeep(() => now)
  await planUpkeep(() => now)
  const jobs = upkeepJobs(store, () => now + day)
  expect(await runNextJob(jobs, () => now)).toBe(false)
  expect(await runNextJob(jobs, () => now + day)).toBe(true)
  expect(await daysOf(store, week)).toEqual(['2026-05-19'])
  expect(await daysOf(store, all)).toEqual(['2026-05-02', '2026-05-12', '2026-05-13', '2026-05-19'])
  expect(await runNextJob({ ...jobs, backup: jobs.backup ?? (async () => {}) }, () => now + day)).toBe(true)
  expect(readdirSync(backupFolder())).toEqual(['2026-05-21T12-00-00-000Z'])
  expect(await runNextJob(jobs, () => now + day)).toBe(false)
  expect(await db().job.count({ where: { kind: { in: Object.keys(jobs) }, doneAt: null } })).toBe(2)
  await store.close()
})
