import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demo } from '@/_analytics/demo/known'
import { expect, test } from './clients'

test('C5: our own pages load the tracker that clients load, with an ordinary key', async ({ page }) => {
  const sent = page.waitForRequest(/\/c\?/)
  await page.goto('/')
  const snippet = page.locator('script[data-key]')
  expect(await snippet.getAttribute('src')).toMatch(/^\/t\.js/)
  expect(await snippet.getAttribute('data-key')).toBe(demo.ownKey)
  expect(new URL((await sent).url()).searchParams.get('_k')).toBe(demo.ownKey)
})

test('C5: nothing that collects, stores or reports asks whose a site is', async () => {
  const folders = ['collect', 'store', 'tracker', 'reports'].map(name => join('app/_analytics', name))
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name) && !/\.(test|fixture)\./.test(name))
      .map(name => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(40)
  // Readers of the own site's figures for our own pages: they ask for it as for any other site.
  const asking = files.filter(file => /\bownSite|isOurs|ownKey\b/.test(readFileSync(file, 'utf8')))
  expect(asking.sort()).toEqual(
    ['own-browser.ts', 'own-reading.ts', 'own-site.ts'].map(name => join('app/_analytics/reports', name)),
  )
})
