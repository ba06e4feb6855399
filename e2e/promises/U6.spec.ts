import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { applyMigrations } from '../../prisma/migrate'
import { type App, startApp } from '../testing/app'

const run = promisify(execFile)

/** Five sites in a new data folder; their keys. */
async function makeSites(dataDir: string): Promise<string[]> {
  await applyMigrations(dataDir)
  const keys: string[] = []
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const create = ['app/_setup/site.ts', 'create', '--name', name, '--url', `https://${name}.example`]
    const env = { ...process.env, DATA_DIR: dataDir }
    const { stdout } = await run(process.execPath, ['--import', 'tsx', ...create], { env })
    keys.push(JSON.parse(stdout).key)
  }
  return keys
}

async function visit(app: App, key: string, people: number): Promise<void> {
  for (let person = 0; person < people; person++) {
    const hit = new URLSearchParams({ _k: key, _p: `person ${person}`, _n: 'page view' })
    const answer = await fetch(`${app.url}/e?${hit}`)
    expect([answer.status, answer.headers.get('x-firsthand-dropped')]).toEqual([200, null])
  }
}

async function pagesSeen(app: App): Promise<string> {
  const html = await (await fetch(`${app.url}/trends`)).text()
  const row = html.match(/Pages seen[\s\S]*?<\/tr>/)?.[0] ?? ''
  return row
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('U6: a figure that fewer than 5 sites or 100 people stand behind is not shown', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'trends-'))
  const keys = await makeSites(dataDir)
  let app = await startApp({ dataDir })
  try {
    for (const key of keys.slice(0, 4)) await visit(app, key, 30)
    expect(await pagesSeen(app)).toBe('Pages seen too few to say')
    await app.stop()
    app = await startApp({ dataDir })
    await visit(app, keys[4]!, 1)
    expect(await pagesSeen(app)).toBe('Pages seen 120 120 5')
  } finally {
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('U6: five sites with 99 people between them are too few as well', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'trends-'))
  const keys = await makeSites(dataDir)
  const app = await startApp({ dataDir })
  try {
    for (const [place, key] of keys.entries()) await visit(app, key, place === 4 ? 19 : 20)
    expect(await pagesSeen(app)).toBe('Pages seen too few to say')
  } finally {
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
