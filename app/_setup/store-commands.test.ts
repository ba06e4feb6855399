import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAccount } from '@/_accounts/accounts.data'
import { createSite } from '@/_analytics/sites.data'
import { openSegmentStore } from '@/_analytics/store/segments'
import { env } from '@/_platform/env'
import { useTestDb } from '../../e2e/testing/database'
import { runStoreCommand, storeCommands } from './store-commands'

let dir: string
let site: string
let before: string
const said: string[] = []

beforeAll(async () => {
  const { dataDir } = await useTestDb()
  dir = dataDir
  before = env.DATA_DIR
  env.DATA_DIR = dir
  const { id: accountId } = await createAccount({ name: 'Commands' })
  site = (await createSite({ accountId, name: 'Shop', url: 'https://shop.example' })).site.id
  vi.spyOn(process.stdout, 'write').mockImplementation(line => said.push(String(line)) > 0)
})
afterAll(() => {
  vi.restoreAllMocks()
  env.DATA_DIR = before
  rmSync(dir, { recursive: true })
})

async function run(name: string, ...words: string[]): Promise<string> {
  said.length = 0
  const command = storeCommands[name]
  if (!command) throw new Error(`There is no command ${name}`)
  await runStoreCommand(command, words)
  return said.join('')
}

async function count(): Promise<number> {
  const store = await openSegmentStore(dir, { lookEvery: 0 })
  const { events } = await store.query(site, { report: 'events' })
  await store.close()
  return events.reduce((sum, event) => sum + event.count, 0)
}

test('an import, a check, a rebuild, an erasure, a backup and its restoration, as they are typed', async () => {
  const file = join(dir, 'hits.ndjson')
  const hits = Array.from({ length: 50 }, (_, i) => ({ _p: `p${i % 5}`, _n: 'visit', _t: 1_300_000_000 + i }))
  writeFileSync(file, hits.map(hit => JSON.stringify(hit)).join('\n'))
  expect(await run('import', site, file)).toContain(`${site}: 50 events in`)
  expect(await count()).toBe(50)
  expect(await run('check')).toContain(`${site}: whole`)
  expect(await run('rebuild', site)).toContain(`${site}: 50 events in`)
  const made = await run('backup')
  expect(await run('erase', site, 'p3')).toContain('10 hits of 1 identities were erased.')
  expect(await count()).toBe(40)
  const folder = /^ {2}(.+): \d+ files/.exec(made)?.[1] ?? ''
  expect(readFileSync(join(folder, 'backup.json'), 'utf8')).toContain('sha256')
  expect(await run('restore', folder)).toContain('is as it was backed up. What was there is in')
  expect(await count()).toBe(50)
})

test('what is missing or unknown is one sentence', async () => {
  await expect(run('import', site)).rejects.toThrow('Usage: npm run site -- import SITE FILE')
  await expect(run('import', site, 'nowhere.ndjson')).rejects.toThrow('There is no file nowhere.ndjson.')
  await expect(run('rebuild', 'site_unknown')).rejects.toThrow(/There is no file/)
  await expect(run('restore', dir)).rejects.toThrow(/is no backup/)
})
