import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../testing/app'

const versions = ['20', '22', '24']

/** The npm package `node` carries the binaries. @returns the path of that version's */
function nodeBinary(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), `node-${version}-`))
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `node@${version}`])
  return join(folder, 'node_modules', 'node', 'bin', 'node')
}

test.each(versions)('Node %s migrates, seeds, serves, keeps a hit and stops', async version => {
  const node = nodeBinary(version)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...process.env, DATA_DIR: mkdtempSync(join(tmpdir(), 'data-')), PORT: `${port}`, DEMO: 'off' }
  const run = (...args: string[]) =>
    execFileSync(node, ['--import', 'tsx', ...args], { env, encoding: 'utf8' })
  expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`))
  run('prisma/migrate.cli.ts', 'apply')
  run('prisma/seed.ts')
  const site = JSON.parse(run('app/_setup/site.ts', 'create', '--name', 'N', '--url', 'https://n.example'))

  const server = spawn(node, ['.build/server.mjs'], { env, stdio: 'inherit' })
  const ended = new Promise(resolve => server.once('exit', resolve))
  try {
    await expect.poll(() => status(`${url}/`), { timeout: 60_000 }).toBe(200)
    expect(await status(`${url}/e?_k=${site.key}&_p=bob&_n=Signed+Up`)).toBe(200)
    const headers = { Authorization: `Bearer ${site.token}` }
    const stored = await fetch(`${url}/api/v1/sites/${site.siteId}/export`, { headers })
    expect(await stored.text()).toContain('"_p":"bob"')
  } finally {
    server.kill('SIGTERM')
  }
  expect(await ended).toBe(0)
})

test.each(versions)('the unit tests pass on Node %s', version => {
  const node = nodeBinary(version)
  const env = { ...process.env, NODE_ENV: 'test' as const }
  const config = ['--config', 'e2e/vitest.config.ts', '--reporter=dot']
  execFileSync(node, ['node_modules/vitest/vitest.mjs', 'run', ...config], { env, stdio: 'pipe' })
})

const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

const status = (address: string): Promise<number> =>
  fetch(address, { headers: { 'User-Agent': browser } }).then(
    answer => answer.status,
    () => 0,
  )
