import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { key } from './origins'
import { expect, legacySnippet, push, snippet, test } from './test'

test.beforeEach(({ origins }) => origins.reset({ automatic: { pageView: true } }))

test('a page opened from a file', async ({ page, origins }) => {
  const dir = await mkdtemp(join(tmpdir(), 'page-'))
  const file = join(dir, 'page.html')
  await writeFile(file, snippet.replaceAll('{{tracker}}', origins.tracker).replaceAll('{{key}}', key))
  await page.goto(pathToFileURL(file).href)
  await expect.poll(() => origins.hits.map(hit => [hit._n, hit._p])).toEqual([['Page View', undefined]])
  await rm(dir, { recursive: true })
})

test('a frame of another site, and one without an origin', async ({ page, origins }) => {
  const inner = origins.page('/inner', snippet)
  const other = inner.replace('localhost', '127.0.0.1')
  await page.goto(
    origins.page(
      '/',
      `<iframe src="${other}"></iframe><iframe sandbox="allow-scripts" src="${inner}?2"></iframe>`,
    ),
  )
  await expect.poll(() => origins.hits.map(hit => hit['Viewed URL']).sort()).toEqual([other, `${inner}?2`])
  const sandboxed = origins.hits.find(hit => hit['Viewed URL'] === `${inner}?2`)!
  expect(sandboxed).not.toHaveProperty('_p')
})

test('a strict policy needs no more than the host, and nothing inline', async ({ page, origins }) => {
  origins.reset({ automatic: { pageView: true, returning: true } })
  const policy = "default-src 'none'; script-src {{tracker}}; connect-src {{tracker}}"
  const violations: string[] = []
  page.on('console', message => {
    if (/violates/.test(message.text())) violations.push(message.text())
  })
  await page.goto(origins.page('/', snippet, { 'content-security-policy': policy }))
  await push(page, ['record', 'Bought'])
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Page View', 'Bought'])
  expect(violations).toEqual([])
})

test('where a page may make no script, the core works and the library in one file does it all', async ({
  page,
  origins,
}) => {
  origins.reset({ automatic: { pageView: true, returning: true } })
  const policy = { 'content-security-policy': "require-trusted-types-for 'script'" }
  await page.goto(origins.page('/', snippet, policy))
  await push(page, ['trackClick', 'x', 'X'], ['record', 'Bought'])
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Page View', 'Bought'])
  await page.goto(origins.page('/whole', '<script src="{{tracker}}/{{key}}.2.js"></script>', policy))
  await push(page, ['signedUp', 'Gold'])
  await expect.poll(() => origins.hits.at(-1)).toMatchObject({ _n: 'Signed Up', 'Plan Name': 'Gold' })
})

test('one page with the script twice, or both kinds of it, is counted once', async ({ page, origins }) => {
  await page.goto(origins.page('/', `${legacySnippet}${snippet}${snippet}`))
  await page.waitForTimeout(1500)
  expect(origins.hits.map(hit => hit._n)).toEqual(['Page View'])
})

test('the same browser on two sites has unrelated identities', async ({ page, origins }) => {
  const one = origins.page('/', snippet)
  await page.goto(one)
  await page.goto(one.replace('localhost', '127.0.0.1'))
  await expect.poll(() => origins.hits.length).toBe(2)
  const [here, there] = origins.hits
  expect(here!._p).not.toBe(there!._p)
})

test('a page that is only prepared is not a page view until it is shown', async ({ page, origins }) => {
  await page.addInitScript(() =>
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true }),
  )
  await page.goto(origins.page('/', snippet))
  await page.waitForTimeout(300)
  expect(origins.hits).toEqual([])
  await page.evaluate(() => {
    Object.defineProperty(document, 'prerendering', { value: false, configurable: true })
    document.dispatchEvent(new Event('prerenderingchange'))
  })
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Page View'])
})
