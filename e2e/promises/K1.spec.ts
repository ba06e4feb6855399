import { demo } from '@/_analytics/demo/known'
import { expect, test } from './clients'

test('K1: a walk through the whole site sets no cookie that the policy does not list', async ({
  page,
  context,
  request,
}) => {
  test.setTimeout(180_000)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname)
  expect(paths.length).toBeGreaterThan(10)
  const seen = new Map<string, number>()
  const look = async () => {
    for (const { name, expires } of await context.cookies())
      seen.set(name, Math.max(seen.get(name) ?? 0, expires))
  }
  for (const path of paths) {
    await page.goto(path)
    await look()
  }
  await page.goto('/user-privacy')
  await look()
  await page.getByRole('button', { name: 'Opt this browser out' }).click()
  await expect(page.getByRole('status')).toBeVisible()
  await look()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect
    .poll(async () => (await context.cookies()).map(({ name }) => name))
    .toContain('__Host-preferences')
  await look()
  await page.goto('/signin')
  await page.getByLabel('Email').fill(demo.staff.email)
  await page.getByLabel('Password').fill(demo.staff.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/sites/)
  await look()

  await page.goto('/privacy')
  const listed = await page.locator('main').textContent()
  expect([...seen.keys()].filter(name => !listed!.includes(name))).toEqual([])
  expect(seen.size).toBeGreaterThan(3)
})
