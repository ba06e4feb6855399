import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

const signedIn = [
  '/sites',
  '/sites/0',
  '/sites/0/live',
  '/sites/0/reports/metrics?calculation=times&first.event=page+view&range=30&compare=1',
  '/sites/none',
]

/** Walks the pages and notes what a careful reader would: axe's findings, sideways scrolling, complaints of the browser. */
async function faults(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = []
  let here = ''
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('status of 404'))
      found.push(`${here}: ${message.text()}`)
  })
  page.on('pageerror', error => found.push(`${here}: ${error.message}`))
  for (here of paths) {
    await page.goto(here)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations)
      found.push(`${here}: ${id} at ${nodes.map(node => node.target).join(', ')}`)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (beyond > 0) found.push(`${here}: scrolls sideways by ${beyond} px`)
  }
  return found
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [320, 1280])
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('report pages are without fault', async ({ page }) => {
        await page.goto('/signin?next=/sites')
        await page.getByLabel('Email').fill(demo.staff.email)
        await page.getByLabel('Password').fill(demo.staff.password)
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.waitForURL(url => url.pathname === '/sites')
        const site = await page.getByRole('main').locator('h2 a').first().getAttribute('href')
        expect(
          await faults(
            page,
            signedIn.map(path => path.replace('/sites/0', site ?? '')),
          ),
        ).toEqual([])
      })
    })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'light' })

  test('the theme is kept by a plain form, against the device’s own', async ({ page }) => {
    const root = page.locator('html')
    const paper = () => root.evaluate(element => getComputedStyle(element).backgroundColor)
    await page.goto('/')
    const light = await paper()
    await page.getByRole('button', { name: 'Dark' }).click()
    await expect(root).not.toHaveCSS('background-color', light)
    await expect(page).toHaveURL('/')
    const dark = await paper()
    await page.goto('/signin')
    expect(await paper()).toBe(dark)
    await page.getByRole('button', { name: 'As my device' }).click()
    await expect(root).toHaveCSS('background-color', light)
  })
})

test('the home page shows the figures that its own report shows', async ({ page }) => {
  await page.goto('/')
  const shown = await page.locator('dt:text-is("Visits") + dd').textContent()
  expect(Number(shown?.replaceAll(',', ''))).toBeGreaterThan(100)
  await page.getByText('These figures as a table').click()
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(30)
})
