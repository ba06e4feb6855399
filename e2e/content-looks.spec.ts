import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

/** A page of each kind and of each kind of figure. */
const shown = [
  '/blog',
  '/blog/counting-without-spying',
  '/blog/retention-in-one-page',
  '/blog/sqlite-is-enough',
  '/blog/ninety-two-per-cent-sure',
  '/blog/search?q=cookies',
  '/docs/api',
  '/docs/search?q=alias',
  '/docs/url-builder?method=record',
  '/product',
  '/product/privacy',
  '/pricing',
  '/contact',
  '/terms',
  '/webinars/moving-from-kissmetrics',
]

test.use({ trace: 'off' })

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const)
  for (const path of shown)
    test(`axe finds nothing on ${path}, ${colorScheme}, ${width} px, and nothing scrolls sideways`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      const said: string[] = []
      page.on('console', message => message.type() === 'error' && said.push(message.text()))
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of violations) said.push(`${id}: ${nodes[0]?.html}`)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        said.push('scrolls sideways')
      await context.close()
      expect(said).toEqual([])
    })
