/**
 * Takes the pictures that the README and the site show, of the running product with its demo data:
 * `npm run pictures`. CHROMIUM_PATH names the browser, as for the tests.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import sharp from 'sharp'
import { demo } from '@/_analytics/demo/known'
import { findBrowser, launchArgs } from './browser.mjs'
import { startApp } from './testing/app'

const folder = 'public/pictures'
const size = { width: 1280, height: 800 }

const dataDir = mkdtempSync(join(tmpdir(), 'firsthand-'))
for (const step of [['prisma/migrate.cli.ts', 'apply'], ['prisma/seed.ts']])
  execFileSync(process.execPath, ['--import', 'tsx', ...step], { env: { ...process.env, DATA_DIR: dataDir } })
const app = await startApp({ dataDir, env: { DEMO: 'on' } })
const { path, env } = await findBrowser()
Object.assign(process.env, env)
const browser = await chromium.launch({ executablePath: path, args: launchArgs })
const page = await browser.newPage({ viewport: size, colorScheme: 'light' })
mkdirSync(folder, { recursive: true })

async function take(name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot()
  await sharp(picture)
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(join(folder, `${name}.png`))
}

await page.goto(app.url)
await take('home')
await page.goto(`${app.url}/signin`)
await page.getByLabel('Email').fill(demo.staff.email)
await page.getByLabel('Password').fill(demo.staff.password)
await page.getByRole('button', { name: 'Sign in' }).click()
await page.waitForURL(/\/sites/)
await page.getByRole('main').getByRole('link', { name: 'Firsthand' }).first().click()
await page.waitForURL(/\/sites\/site_/)
await take('overview')
await browser.close()
process.exitCode = (await app.stop()) ?? 1
