import { execFileSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

/** What stands between the browser and Next changes nothing of what Next can do, and adds what it promises. */

async function signIn(page: Page) {
  await page.goto('/signin')
  await page.getByLabel('Email').fill(demo.staff.email)
  await page.getByLabel('Password').fill(demo.staff.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/sites/)
}

/** Every violation of the content security policy and every error that the page's console showed. */
function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('console', message => message.type() === 'error' && said.push(message.text()))
  page.on('pageerror', error => said.push(error.message))
  return said
}

for (const path of ['/', '/blog', '/privacy', '/user-privacy', '/docs'])
  test(`${path} carries no runtime, one policy and nothing to complain of`, async ({ page }) => {
    const said = complaints(page)
    const scripts: string[] = []
    page.on(
      'request',
      request => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname),
    )
    const counted = page.waitForRequest(/\/c\?/)
    const answer = await page.goto(path)
    await counted
    expect(scripts.filter(script => script.startsWith('/_next/'))).toEqual([])
    const policy = answer!.headers()['content-security-policy']!
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
    expect(said).toEqual([])
  })

test('an interactive page runs under a nonce of its own, without a violation', async ({ page }) => {
  const said = complaints(page)
  await signIn(page)
  await page.getByRole('main').getByRole('link', { name: 'Firsthand' }).first().click()
  await page.waitForURL(/\/sites\/site_/)
  const [first, second] = [await page.reload(), await page.reload()].map(
    answer => answer!.headers()['content-security-policy']!.match(/'nonce-([^']+)'/)![1],
  )
  expect(first).not.toBe(second)
  expect(said).toEqual([])
})

test('a kept page is compressed, revalidated by its tag, and the same for everyone', async ({ request }) => {
  const first = await request.get('/blog', { headers: { 'accept-encoding': 'br', cookie: 'a=b' } })
  const { etag, 'content-encoding': encoding } = first.headers()
  expect(encoding).toBe('br')
  const again = await request.get('/blog?utm_source=letter', { headers: { 'if-none-match': etag! } })
  expect(again.status()).toBe(304)
  const head = await request.fetch('/blog', { method: 'HEAD' })
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
})

test('soft navigation: a link between interactive pages loads no new document', async ({ page }) => {
  await signIn(page)
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.getByRole('main').getByRole('link', { name: 'Firsthand' }).first().click()
  await page.waitForURL(/\/sites\/site_/)
  await page.getByRole('link', { name: 'Reports', exact: true }).click()
  await page.waitForURL(/\/reports$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('streaming: the first figures arrive while the answer is still open', async ({ page }) => {
  await signIn(page)
  await page.getByRole('main').getByRole('link', { name: 'Firsthand' }).first().click()
  await page.waitForURL(/\/sites\/site_/)
  const first = await page.evaluate(async () => {
    const leave = new AbortController()
    const answer = await fetch(`${location.pathname}/live/stream`, { signal: leave.signal })
    const reader = answer.body!.getReader()
    const { value, done } = await reader.read()
    leave.abort()
    return { type: answer.headers.get('content-type'), done, text: new TextDecoder().decode(value) }
  })
  expect(first.type).toContain('text/event-stream')
  expect(first.done).toBe(false)
  expect(first.text).toContain('data: ')
})

test('images are scaled and re-encoded for the browser that asks', async ({ request }) => {
  const address = `/_next/image?url=${encodeURIComponent('/pictures/home.png')}&w=640&q=75`
  const answer = await request.get(address, { headers: { accept: 'image/webp' } })
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/webp'])
})

test('draft preview: a signed link shows an unpublished post to its holder, and to nobody else', async ({
  page,
  request,
}) => {
  const post = '/blog/a-post-of-your-own'
  expect((await request.get(post)).status()).toBe(404)
  expect((await request.get('/blog/preview?token=made-up')).status()).toBe(400)
  const link = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'app/_blog/preview-link.ts', 'a-post-of-your-own'],
    {
      encoding: 'utf8',
    },
  )
  const { pathname, search } = new URL(link)
  await page.goto(pathname + search)
  await expect(page.getByText('Nobody else can read this yet')).toBeVisible()
  expect((await request.get(post)).status()).toBe(404)
  await page.getByRole('link', { name: 'End the preview' }).click()
  await page.waitForURL(url => url.pathname === '/blog')
  expect((await page.goto(post))!.status()).toBe(404)
})

test('an address that does not exist says so, in the look of the site and under its policy', async ({
  page,
}) => {
  const answer = await page.goto('/no-such-page')
  expect(answer!.status()).toBe(404)
  expect(answer!.headers()['content-security-policy']).toContain("default-src 'none'")
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Blog' }).first()).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled, colorScheme: 'light' })

    test('a reader chooses dark, keeps it on every page, and comes back to where they were', async ({
      page,
    }) => {
      await page.goto('/blog')
      const root = page.locator('html')
      const light = await root.evaluate(element => getComputedStyle(element).backgroundColor)
      await page.getByRole('button', { name: 'Dark' }).click()
      await expect(root).not.toHaveCSS('background-color', light)
      await expect(page).toHaveURL(/\/blog$/)
      await page.goto('/privacy')
      await expect(root).not.toHaveCSS('background-color', light)
    })
  })

test('a choice sent from another site is refused', async ({ request }) => {
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const answer = await request.post('/preferences', {
    form: { theme: 'dark' },
    headers: foreign,
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(403)
  const unknown = await request.post('/preferences', {
    form: { theme: 'pink' },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(unknown.status()).toBe(400)
})
