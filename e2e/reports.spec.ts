import { expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

async function signIn(page: Page, as: { email: string; password: string } = demo.staff) {
  await page.goto('/signin?next=/sites')
  await page.getByLabel('Email').fill(as.email)
  await page.getByLabel('Password').fill(as.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => url.pathname === '/sites')
}

/** Opens the viewer's first site and gives its path. */
async function openSite(page: Page): Promise<string> {
  await page.getByRole('main').locator('h2 a').first().click()
  await page.waitForURL('**/sites/site_*')
  return new URL(page.url()).pathname
}

const number = (text: string | null) => Number(text?.replaceAll(',', ''))

test('nobody is sent to sign in, and led on afterwards', async ({ page }) => {
  await page.goto('/sites')
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/signin?next=/sites')
})

test('another client’s site is not there, on any of its addresses', async ({ page, browser, baseURL }) => {
  await signIn(page)
  const own = await openSite(page)
  const other = await (await browser.newContext({ baseURL })).newPage()
  await signIn(other, demo.client.owner)
  for (const path of ['', '/live', '/metric', '/metric.csv?event=page+view', '/live/stream'])
    for (const site of [own, '/sites/site_0000000000000000'])
      expect((await other.request.get(site + path)).status(), site + path).toBe(404)
})

test('a metric is chosen by a form, stands in its address, and is the same as table and as CSV', async ({
  page,
}) => {
  await signIn(page)
  const site = await openSite(page)
  await page.goto(`${site}/metric?event=signed+up&range=30`)
  expect(new URL(page.url()).pathname).toBe(`${site}/reports/metrics`)
  await page.getByLabel('Property with numbers').waitFor()
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByRole('button', { name: 'Show the report' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not drawn' })).toContainText('at most')
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('2020-01-01')

  await page.goto(`${site}/metric?event=signed+up&range=30`)
  await page.getByText('These figures as a table').click()
  const cells = page.getByRole('table').locator('tbody tr')
  await expect(cells).toHaveCount(30)
  const times = (await cells.locator('td:last-child').allTextContents()).map(number)
  const total = number(await page.locator('dt:text-is("In all") + dd').textContent())
  expect(total).toBeGreaterThan(5)
  expect(times.reduce((sum, one) => sum + one, 0)).toBe(total)

  const csv = await page.request.get(`${site}/metric.csv?event=signed+up&range=30`)
  const [head, ...lines] = (await csv.text()).split('\r\n\r\n')[0]!.trim().split('\r\n')
  expect(head).toBe('from,value')
  expect(lines.map(line => Number(line.split(',')[1])).toReversed()).toEqual(times)
})

test('a visit shows up in Live while it is watched, and not while it is held', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page)
  const site = await openSite(page)
  await page.goto(`${site}/live`)
  await expect(page.getByText('Every two seconds')).toBeVisible()
  const name = `seen ${Date.now()}`
  const visitor = await browser.newContext({ baseURL })
  const hit = (event: string) =>
    visitor.request.get('/e', { params: { _k: demo.ownKey, _n: event, _p: 'live tester' } })
  await hit(name)
  await expect(page.getByRole('cell', { name })).toBeVisible({ timeout: 8000 })

  await page.getByRole('button', { name: 'Pause' }).click()
  await hit(`${name} held`)
  await page.waitForTimeout(3000)
  await expect(page.getByText(`${name} held`)).toHaveCount(0)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('cell', { name: `${name} held` })).toBeVisible({ timeout: 8000 })
})

test('signing out ends a stream that is being watched', async ({ page, baseURL }) => {
  await signIn(page)
  const site = await openSite(page)
  await page.goto(`${site}/live`)
  await expect(page.getByText('Every two seconds')).toBeVisible()
  await page.request.post('/api/auth/signout', { headers: { origin: baseURL ?? '' }, maxRedirects: 0 })
  await expect(page.getByText('The connection was ended.')).toBeVisible({ timeout: 12_000 })
})
