import { type Browser, expect, type Page } from '@playwright/test'

/** A browser that says what it is plainly; a headless one would call itself another name. */
export const visitor = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
}

/** Signs somebody in, in a browser of their own, and gives the path of their first site. */
export async function memberOf(
  browser: Browser,
  baseURL: string,
  { email, password }: { email: string; password: string },
): Promise<{ page: Page; site: string }> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await page.goto('/signin?next=/sites')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => url.pathname === '/sites')
  const first = page.getByRole('main').locator('h2 a').first()
  const path = new URL((await first.getAttribute('href')) ?? '', baseURL).pathname
  return { page, site: path.split('/').slice(0, 3).join('/') }
}

/**
 * Visits an origin as a person would: from a search to two pages, and later once more. Needs a page whose context
 * is a `visitor`.
 * @returns the random id that the tracker gave this browser
 */
export async function visitTwice(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/`, { referer: 'https://www.bing.com/search?q=measure+without+spying' })
  const cookie = async (name: string) => (await page.context().cookies(origin)).find(one => one.name === name)
  await expect.poll(async () => (await cookie('km_ai'))?.value).toBeTruthy()
  await page.goto(`${origin}/pricing`)
  // As after half an hour: the cookie that keeps a visit together is gone.
  await page.context().clearCookies({ name: 'km_vs' })
  await page.waitForTimeout(1100)
  await page.goto(`${origin}/about`)
  return decodeURIComponent((await cookie('km_ai'))!.value)
}

/** Expects that the page of the person with this identity shows all that both promises name. */
export async function expectAllIsShown(page: Page, site: string, identity: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${site}/people?${new URLSearchParams({ name: identity })}`)
    await page.getByRole('table').getByRole('link').first().click()
    await page.waitForURL(/\/people\/\d+$/)
    await expect(page.getByText('Visit 2', { exact: true })).toBeVisible({ timeout: 1000 })
    await expect(page.getByText('/about').first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  const main = page.getByRole('main')
  for (const shown of [
    'Chrome on Windows, desktop',
    'bing.com/search',
    'searched “measure without spying”',
    '/pricing',
    'Visit 1',
    'Last seen',
    'First seen',
  ])
    await expect(main.getByText(shown).first()).toBeVisible()
  const held = main.getByRole('region', { name: 'Properties' })
  await expect(held.locator('dt:text-is("ip address") + dd')).toHaveText(/^(127\.0\.0\.0|0:0:0::)$/)
  const times = await main.locator('ol time').allTextContents()
  expect(times.length).toBeGreaterThan(5)
  for (const time of times) expect(time).toMatch(/^\d\d:\d\d:\d\d$/)
}
