import { spawnSync } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

/** Signs in as the owner of the demo's client, and goes to a page of their site. */
async function open(page: Page, path: string) {
  const { email, password } = demo.client.owner
  await page.goto('/signin?next=/sites')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => url.pathname === '/sites')
  const site = await page.locator('h2 a').first().getAttribute('href')
  await page.goto(`${site}/${path}`)
}

const save = (page: Page) => page.getByRole('button', { name: 'Save the settings' }).click()

test.describe.configure({ mode: 'serial' })

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled })

    test('settings are saved, and what is wrong is named and kept as typed', async ({ page }) => {
      await open(page, 'settings')
      const addresses = page.getByLabel('Addresses to refuse')
      await addresses.fill('192.0.2.0/24\nour office')
      await page.getByLabel('Honour Do Not Track').setChecked(javaScriptEnabled)
      await save(page)
      await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText('(line 2)')
      await expect(addresses).toHaveValue('192.0.2.0/24\nour office')
      await expect(addresses).toHaveAttribute('aria-invalid', 'true')
      await addresses.fill('192.0.2.0/24')
      await save(page)
      await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
      await page.reload()
      await expect(addresses).toHaveValue('192.0.2.0/24')
      await expect(page.getByLabel('Honour Do Not Track')).toBeChecked({ checked: javaScriptEnabled })
    })

    test('the installation check says why a page cannot be looked at', async ({ page }) => {
      await open(page, 'install')
      await page.getByRole('button', { name: 'Check the page' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'could not be looked at' })).toContainText(
        'There is no host halden-tea.example.',
      )
    })
  })

test('what the install page says for servers works as it stands', async ({ page }) => {
  await open(page, 'install')
  const code = async (id: string) => (await page.locator(`#${id} pre`).textContent()) ?? ''
  const run = (command: string, args: string[], input?: string) => {
    const { status, stderr } = spawnSync(command, args, { input, timeout: 20_000 })
    expect(stderr?.toString() ?? '').toBe('')
    expect(status).toBe(0)
  }
  expect(await code('html')).toContain(demo.client.key)
  run(process.execPath, ['--input-type=module', '-e', await code('javascript')])
  run('sh', ['-c', await code('curl')])
  await page.goto(page.url().replace('install', 'live'))
  await expect(page.getByText('signed up').first()).toBeVisible()
})

for (const path of ['settings', 'install', 'health', 'library'])
  test(`${path} has no barrier, light and dark, wide and narrow`, async ({ page }) => {
    await open(page, path)
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(one => `${one.id}: ${one.nodes.map(node => node.target).join(' ')}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

test('a hidden event is gone from the menu, and comes back', async ({ page }) => {
  await open(page, 'library')
  const hide = async (hidden: boolean) => {
    await page.getByRole('link', { name: 'Visited site', exact: true }).click()
    await page.getByLabel('Hide').setChecked(hidden)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/library')
  }
  const menu = async () => {
    await page.goto(page.url().replace('library', 'metric'))
    const names = await page.getByLabel('Event').locator('option').allInnerTexts()
    await page.goBack()
    return names
  }
  await hide(true)
  expect(await menu()).not.toContain('visited site')
  await hide(false)
  expect(await menu()).toContain('visited site')
})
