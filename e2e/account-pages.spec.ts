import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

/** Pages of a client; `SITE` stands for the path of their site. */
const ofClient = [
  ...['', '/members', '/audit', '/billing', '/data'].map(rest => `/account${rest}`),
  ...['/sites', '/sites/new', '/trial/check'],
  ...['', '/start', '/people', '/library', '/health', '/install', '/requests', '/settings', '/owner'].map(
    rest => `SITE${rest}`,
  ),
]

const reports = [
  'SITE/reports',
  'SITE/reports/funnel?compare=1&segment.property=referrer',
  'SITE/reports/cohort',
  'SITE/reports/metrics?compare=1&segment.property=referrer',
  'SITE/reports/revenue',
  'SITE/reports/ab',
  'SITE/reports/path',
  'SITE/reports/attribution',
  'SITE/reports/people',
  'SITE/reports/population',
  'SITE/reports/hits',
]

const ofStaff = [
  '',
  '/broadcasts',
  '/broadcasts/new',
  '/subscribers',
  '/subscribers/import',
  '/topics',
  '/suppressions',
  '/outbox',
  '/mail-health',
  '/mail',
  '/comments',
  '/contact',
  '/reading',
  '/plans',
  '/webinars',
  '/accounts',
  '/audit',
  '/requests',
  '/disclosures',
].map(rest => `/staff${rest}`)

test.use({ colorScheme: 'dark', viewport: { width: 360, height: 800 } })

/** What a careful reader notes on the way: pages that fail, complaints of the browser and of axe, sideways scrolling. */
async function faultsOf(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = []
  let here = ''
  page.on('console', message => {
    if (message.type() === 'error') found.push(`${here}: ${message.text()}`)
  })
  page.on('pageerror', error => found.push(`${here}: ${error.message}`))
  for (here of paths) {
    const answer = await page.goto(here)
    if (answer?.status() !== 200) found.push(`${here}: answered ${answer?.status()}`)
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

for (const { who, as, paths } of [
  { who: 'a client', as: demo.client.owner, paths: ofClient },
  { who: 'a client’s reports', as: demo.client.owner, paths: reports },
  { who: 'staff', as: demo.staff, paths: ofStaff },
])
  test(`the pages of ${who} are without fault on a phone in the dark`, async ({ page }) => {
    test.setTimeout(300_000)
    await page.goto('/signin?next=/sites')
    await page.getByLabel('Email').fill(as.email)
    await page.getByLabel('Password').fill(as.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(url => url.pathname === '/sites')
    const links = page.getByRole('main').locator('a[href^="/sites/site_"]')
    const site = (await links.first().getAttribute('href')) ?? ''
    expect(
      await faultsOf(
        page,
        paths.map(path => path.replace('SITE', site)),
      ),
    ).toEqual([])
  })
