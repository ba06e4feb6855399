/**
 * Finds a Chromium that works, installing one where none is: Playwright's own if it can be had, an installed
 * Chrome or Chromium, Debian's package when root, a Chromium that ships inside an npm package.
 * `node e2e/browser.mjs [own|installed|debian|npm …]` prints the path of the first that works.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

export const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const minute = 60_000
const remembered = 'node_modules/.cache/firsthand/browser.json'

/** @typedef {{ path: string, env?: Record<string, string> }} Browser `env` is what its process needs */
/** @type {Record<string, () => AsyncIterable<Browser> | Iterable<Browser>>} */
const sources = { own, installed, debian, npm }

/**
 * The first browser that works; it is remembered, so that a later call takes half a second.
 * @param order names of the sources to try
 * @throws Error when none does
 * @returns {Promise<Browser>}
 */
export async function findBrowser(order = Object.keys(sources)) {
  if (process.env.CHROMIUM_PATH) return { path: process.env.CHROMIUM_PATH }
  const known = order.length > 1 && recall()
  if (known && (await works(known))) return known
  for (const name of order) {
    for await (const browser of sources[name]()) {
      if (!(await works(browser))) continue
      if (order.length > 1) remember(browser)
      return browser
    }
  }
  throw new Error(
    `No browser that works (tried: ${order.join(', ')}). Install Chromium, or set CHROMIUM_PATH.`,
  )
}

function recall() {
  return existsSync(remembered) ? JSON.parse(readFileSync(remembered, 'utf8')) : undefined
}

function remember(browser) {
  mkdirSync(dirname(remembered), { recursive: true })
  writeFileSync(remembered, JSON.stringify(browser))
}

/** It works when it shows a page: some builds start, print a version, and then hang. */
async function works({ path, env }) {
  if (!existsSync(path)) return false
  try {
    const options = { executablePath: path, args: launchArgs, timeout: minute / 3 }
    const browser = await chromium.launch({ ...options, env: { ...process.env, ...env } })
    try {
      const page = await browser.newPage()
      await page.goto('data:text/html,<title>works</title>', { timeout: minute / 3 })
      return (await page.title()) === 'works'
    } finally {
      await browser.close()
    }
  } catch {
    return false
  }
}

function* own() {
  const browser = { path: chromium.executablePath() }
  yield browser
  const cli = join('node_modules', 'playwright-core', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium', '--no-shell'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    timeout: 3 * minute,
  })
  yield browser
}

function* installed() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'chrome.exe',
  ]
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) yield { path: join(folder, name) }
  for (const app of ['Google Chrome', 'Chromium'])
    yield { path: `/Applications/${app}.app/Contents/MacOS/${app}` }
  for (const root of ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'])
    yield { path: join(process.env[root] ?? '', 'Google/Chrome/Application/chrome.exe') }
}

function* debian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const apt = (...args) =>
    spawnSync('/usr/bin/apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 3 * minute,
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  yield { path: '/usr/bin/chromium' }
}

/** @sparticuz/chromium unpacks itself and, told that it is on that runtime, the libraries it needs. */
async function* npm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const path = await packed.executablePath()
  yield { path, env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' } }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const order = process.argv.slice(2)
    console.log((await findBrowser(order.length ? order : undefined)).path)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
