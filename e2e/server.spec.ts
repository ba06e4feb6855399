import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type App, startApp } from './testing/app'

/** Starts a server that is expected to fail, and gives what it said and its exit code. */
function failing(env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, ['.build/server.mjs'], {
    env: { ...process.env, DEMO: 'off', ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, said: stderr.trim() }
}

/** A start, its migrations and a command of its own take seconds each on a busy machine. */
test.setTimeout(120_000)

const newSite = (dataDir: string) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', 'app/_setup/site.ts', 'create', '--name', 'Shop', '--url', 'https://shop.example'],
      { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
    ),
  ) as { siteId: string; key: string; secret: string; token: string }

async function exported(
  app: App,
  site: { siteId: string; token: string },
): Promise<Record<string, string>[]> {
  const answer = await fetch(`${app.url}/api/v1/sites/${site.siteId}/export`, {
    headers: { Authorization: `Bearer ${site.token}` },
  })
  expect(answer.status).toBe(200)
  const lines = (await answer.text()).split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line))
}

test('a site made at the command line is known within two seconds, and its hits come back by its token alone', async () => {
  const app = await startApp()
  try {
    const [site, other] = [newSite(app.dataDir), newSite(app.dataDir)]
    const hit = () => fetch(`${app.url}/e?_k=${site.key}&_p=bob&_n=Signed+Up&gender=male&_t=1262304000&_d=1`)
    await expect
      .poll(async () => (await hit()).headers.get('x-firsthand-dropped'), { timeout: 5000 })
      .toBeNull()
    const [line] = await exported(app, site)
    expect(line).toMatchObject({ _p: 'bob', _n: 'signed up', _t: 1262304000, gender: 'male' })
    expect(await exported(app, other)).toEqual([])
    const stranger = await fetch(`${app.url}/api/v1/sites/${site.siteId}/export`, {
      headers: { Authorization: `Bearer ${other.token}` },
    })
    expect(stranger.status).toBe(404)
  } finally {
    await app.stop()
  }
})

test('a stop answers what is in flight, and every acknowledged hit is there after the next start', async () => {
  const app = await startApp()
  const site = newSite(app.dataDir)
  const hit = (n: number) => fetch(`${app.url}/e?_k=${site.key}&_p=p${n}&_n=X`)
  await expect
    .poll(async () => (await hit(0)).headers.get('x-firsthand-dropped'), { timeout: 5000 })
    .toBeNull()
  let acknowledged = 0
  let stopping = false
  const sender = async (first: number) => {
    for (let n = first; !stopping; n += 8) {
      const answer = await hit(n).catch(() => undefined)
      if (answer?.status === 200) acknowledged++
    }
  }
  const senders = Array.from({ length: 8 }, (_, at) => sender(at + 1))
  await new Promise(resolve => setTimeout(resolve, 500))
  const exited = new Promise(resolve => app.process.once('exit', resolve))
  app.process.kill('SIGTERM')
  expect(await exited).toBe(0)
  stopping = true
  await Promise.all(senders)
  expect(acknowledged).toBeGreaterThan(10)

  const again = await startApp({ dataDir: app.dataDir })
  const lines = await exported(again, site)
  expect(new Set(lines.map(line => line._p)).size).toBeGreaterThanOrEqual(acknowledged + 1)
  expect(await again.stop()).toBe(0)
  await app.stop()
})

test('without the demo the first start prints a link that makes the first staff account, once', async ({
  page,
}) => {
  const app = await startApp()
  try {
    await expect.poll(() => app.output()).toContain('/setup?token=')
    const link = app.output().match(/http\S+\/setup\?token=\S+/)![0]
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('Email').fill('ada@example.com')
    await page.getByLabel('Password').fill('correct horse battery staple')
    await page.getByRole('button').first().click()
    await expect(page).toHaveURL(/\/sites/)
    await page.goto(link)
    await expect(page.getByText('This link does not work any more')).toBeVisible()
  } finally {
    await app.stop()
  }
})

test('what keeps it from starting is said in one sentence, with a non-zero exit', async () => {
  const app = await startApp()
  try {
    expect(failing({ DATA_DIR: app.dataDir, PORT: '0' })).toEqual({
      status: 1,
      said: `Another process is using ${app.dataDir}. Stop it first, or give this one another DATA_DIR.`,
    })
  } finally {
    await app.stop()
  }
  const busy = createServer().listen(0)
  const { port } = busy.address() as AddressInfo
  const free = mkdtempSync(join(tmpdir(), 'firsthand-'))
  execFileSync(process.execPath, ['--import', 'tsx', 'prisma/migrate.cli.ts', 'apply'], {
    env: { ...process.env, DATA_DIR: free },
  })
  expect(failing({ DATA_DIR: free, PORT: `${port}` })).toEqual({
    status: 1,
    said: `Port ${port} is in use. Stop what listens there, or set PORT.`,
  })
  busy.close()

  const file = join(free, 'file')
  writeFileSync(file, '')
  const unwritable = failing({ DATA_DIR: file })
  expect(unwritable.status).toBe(1)
  expect(unwritable.said).toContain(`The data folder ${file} can't be written`)
  expect(failing({ PORT: 'many' }).said).toContain('PORT')
})
