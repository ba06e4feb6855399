import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'
import { memberOf } from './promises/person-page'

const number = (text: string | null) => Number(text?.replaceAll(/[^\d]/g, ''))

async function expectSound(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    name,
  ).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
}

test('from a figure of the overview to one person, and every page of the way is sound', async ({
  browser,
  baseURL,
}) => {
  const { page, site } = await memberOf(browser, baseURL!, demo.staff)
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(site)
  await expectSound(page, 'overview')
  const from = page.getByRole('region', { name: 'Where they come from' })
  await from.getByRole('link', { name: 'Organic' }).click()
  await expect(page).toHaveURL(/filter\.0\.by=channel&filter\.0\.is=Organic/)
  const visitors = page.locator('dt:text-is("Visitors") + dd')
  await expect(from.getByRole('row')).toHaveCount(2)
  const figure = number(await visitors.textContent())
  expect(number(await from.getByRole('cell').first().textContent())).toBe(figure)

  await visitors.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${figure.toLocaleString('en')} people`)
  await page.getByRole('table').getByRole('link').first().click()
  await page.waitForURL(/\/people\/\d+$/)
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  await expectSound(page, 'person')
  await page.locator('select[name=event]').selectOption('page view')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/event=page\+view/)
})

test('path, attribution, people search and population answer, with the same figures behind them', async ({
  browser,
  baseURL,
}) => {
  const { page, site } = await memberOf(browser, baseURL!, demo.client.owner)
  for (const report of ['path', 'attribution', 'people', 'population']) {
    await page.goto(`${site}/reports/${report}`)
    await expect(page.getByRole('table').first()).toBeVisible()
    await expectSound(page, report)
  }
  await page.goto(
    `${site}/reports/people?people.conditions.0.kind=did&people.conditions.0.event=purchased&columns.0.kind=times&columns.0.name=purchased&sort=1`,
  )
  const times = (await page.locator('tbody td:nth-child(2)').allTextContents()).map(number)
  expect(times.length).toBeGreaterThan(10)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(Math.min(...times)).toBeGreaterThan(0)
})

test('an erased person is gone from their page and from the search', async ({ browser, baseURL }) => {
  const { page, site } = await memberOf(browser, baseURL!, demo.client.owner)
  const name = `gone-${Date.now()}@example.com`
  await page.request.get('/e', { params: { _k: demo.client.key, _p: name, _n: 'Viewed' } })
  await page.goto(`${site}/people?name=${name}`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Erase' }).click()
  await page.getByRole('button', { name: 'Erase this person' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nobody was erased' })).toBeVisible()
  await page.getByLabel('I know').check()
  await page.getByRole('button', { name: 'Erase this person' }).click()
  await page.waitForURL(/done=erased/)
  await page.goto(`${site}/people?name=${name}`)
  await expect(page.getByText('Nobody is known by')).toBeVisible()
})
