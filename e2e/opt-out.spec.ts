import { type BrowserContext, expect, test } from '@playwright/test'

const optOut = async (context: BrowserContext) =>
  (await context.cookies()).find(cookie => cookie.name === '__Host-optout')

/** Requests that no page of ours sent: another site's, by either sign, and one without any. */
const foreign: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  {},
]

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled })

    test('a browser opts out and in again, and is shown its state each time', async ({ page, context }) => {
      await page.goto('/user-privacy')
      await expect(page.getByRole('heading', { name: 'This browser is not opted out.' })).toBeVisible()
      await page.getByRole('button', { name: 'Opt this browser out' }).click()
      await expect(page.getByRole('status')).toContainText('Done. This browser is opted out.')
      await expect(page.getByRole('heading', { name: 'This browser is opted out.' })).toBeVisible()
      expect(await optOut(context)).toMatchObject({
        value: '1',
        httpOnly: true,
        secure: true,
        sameSite: 'None',
        path: '/',
      })
      await page.getByRole('button', { name: 'Opt this browser in again' }).click()
      await expect(page.getByRole('heading', { name: 'This browser is not opted out.' })).toBeVisible()
      expect(await optOut(context)).toBeUndefined()
    })

    test('whether cookies are kept is tried, and the trial is over in ten seconds', async ({
      page,
      context,
    }) => {
      await page.goto('/user-privacy')
      await expect(page.getByText('Kept: one was set and came back')).toBeVisible()
      await expect(page.getByText('Blocked: one was set')).toBeHidden()
      const probe = (await context.cookies()).find(({ name }) => name === '__Host-probe')
      expect(probe).toMatchObject({ value: '1', httpOnly: true, secure: true })
      expect(probe?.expires).toBeLessThanOrEqual(Date.now() / 1000 + 10)
    })
  })

test.describe('a browser that sends Global Privacy Control', () => {
  test.use({ extraHTTPHeaders: { 'Sec-GPC': '1', DNT: '1' } })
  test('is told that nothing is recorded', async ({ page }) => {
    await page.goto('/user-privacy')
    await expect(page.getByRole('heading', { name: 'This browser is not recorded.' })).toBeVisible()
    await expect(page.getByText('Received. Nothing is recorded, on any site')).toBeVisible()
    await expect(page.getByText('Received. Each site decides')).toBeVisible()
  })
})

test('a browser with separate cookie jars is told that other sites do not see its opt-out', async ({
  browser,
}) => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'
  const page = await browser.newPage({ userAgent })
  await page.goto('/user-privacy')
  await expect(page.getByText('This looks like Firefox, which keeps a separate cookie jar')).toBeVisible()
  await page.close()
})

test('opting out deletes what the tracker kept here', async ({ page, context, baseURL }) => {
  const { hostname: domain } = new URL(baseURL ?? '')
  const kept = ['km_ai', 'km_ni', 'km_abi', 'km_lv', 'km_vs', 'km_uq']
  await context.addCookies(kept.map(name => ({ name, value: 'x', domain, path: '/' })))
  await page.goto('/user-privacy')
  await page.getByRole('button', { name: 'Opt this browser out' }).click()
  await expect(page.getByRole('status')).toBeVisible()
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['__Host-optout'])
})

test('another site cannot opt a browser in or out', async ({ request, baseURL }) => {
  const send = (headers: Record<string, string>, choice = 'in') =>
    request.post('/user-privacy/choice', { headers, form: { choice }, maxRedirects: 0 })
  for (const headers of foreign) {
    const refused = await send(headers)
    expect(refused.status()).toBe(403)
    expect(refused.headers()['set-cookie']).toBeUndefined()
  }
  expect((await send({ origin: baseURL ?? '' }, 'perhaps')).status()).toBe(400)
  expect((await send({ origin: baseURL ?? '' })).status()).toBe(303)
})

test('what depends on this browser is kept by no cache', async ({ request }) => {
  for (const path of ['/user-privacy', '/user-privacy/cookies.css', '/user-privacy/cookies.css?set']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.headers()['cache-control']).toContain('no-store')
  }
})
