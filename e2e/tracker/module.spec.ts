import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Origins } from './origins'
import { expect, kmCookies, test } from './test'

/** A page of an app that has the npm package in its own bundle. */
async function open(page: Page, origins: Origins, body = '', first = ''): Promise<void> {
  origins.script('/tracker.js', await readFile(join(origins.dir, 'npm', 'index.js'), 'utf8'))
  const app = `import { createTracker } from '/tracker.js'
    window.tracker = createTracker({ key: '{{key}}', host: '{{tracker}}/' }); window.create = createTracker
    ${first}`
  await page.goto(origins.page('/', `${body}<script type="module">${app}</script>`))
  await page.waitForFunction('window.tracker')
}

test('the npm module has the same commands, before and after the script is there', async ({
  page,
  origins,
}) => {
  origins.reset({ automatic: { pageView: true } })
  const first = "tracker.identify('bob'); tracker.set({ plan: 'gold' }); tracker.trackClick('buy', 'Clicked')"
  await open(page, origins, '<button id="buy">buy</button>', first)
  const answers = await page.evaluate(`(async () => {
    await new Promise(done => tracker.record('Bought', { price: 9.9 }, done))
    tracker.push(['signedUp', 'Gold'])
    return [await tracker.status(), await tracker.ab('colour', ['red', 'blue']), await tracker.ab('colour', ['red', 'blue'])]
  })()`)
  const [status, drawn, again] = answers as [unknown, string, string]
  expect(status).toEqual({ tracking: true, reason: '', cookies: true })
  expect(['red', 'blue']).toContain(drawn)
  expect(again).toBe(drawn)
  await page.click('#buy')
  await expect.poll(() => origins.hits.at(-1)?._n).toBe('Clicked')
  expect(origins.hits.map(hit => hit._n ?? 'set')).toEqual([
    'set',
    'Page View',
    'Bought',
    'Signed Up',
    'set',
    'Clicked',
  ])
  expect(origins.hits.every(hit => hit._p === 'bob')).toBe(true)
})

test('one page with two of them loads one script', async ({ page, origins }) => {
  await open(page, origins)
  await page.evaluate(
    ([key, host]) => (window as never as { create(o: object): unknown }).create({ key, host }),
    ['ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffee', origins.tracker],
  )
  expect(await page.locator('script[src*="t.js?k="]').count()).toBe(1)
})

test('opting out through it holds, and a test shows its first variant', async ({ page, origins }) => {
  await open(page, origins)
  const answers = await page.evaluate(`(async () => {
    await tracker.status(); tracker.optOut(); tracker.record('Bought')
    return [(await tracker.status()).reason, await tracker.ab('colour', { red: 1, blue: 99 })]
  })()`)
  expect(answers).toEqual(['site-opt-out', 'red'])
  expect(await kmCookies(page)).toEqual({ km_optout: '1' })
  await open(page, origins)
  expect(await page.evaluate("tracker.ab('colour', ['red', 'blue'])")).toBe('red')
  expect(origins.hits).toEqual([])
})

test('where the script is blocked, it answers all the same', async ({ page, origins }) => {
  await page.route(`${origins.tracker}/**`, route => route.abort())
  await open(page, origins)
  expect(
    await page.evaluate("Promise.all([tracker.status(), tracker.ab('colour', ['red', 'blue'])])"),
  ).toEqual([{ tracking: false, reason: '', cookies: false }, 'red'])
})
