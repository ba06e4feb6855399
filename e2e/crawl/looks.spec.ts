import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { listedPaths, unlisted } from './public-paths'

/** Two halves, so that two workers share the walk. */
const halves = 2

// Without motion, so that no colour is looked at half-way between light and dark.
test.use({
  trace: 'off',
  viewport: { width: 1280, height: 900 },
  contextOptions: { reducedMotion: 'reduce' },
})

for (let half = 0; half < halves; half++)
  test(`public pages look right, light and dark, wide and narrow, part ${half + 1}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(600_000)
    const all = [...(await listedPaths(request)), ...unlisted]
    expect(all.length).toBeGreaterThan(50)
    const paths = all.filter((_path, place) => place % halves === half)
    const wrong: string[] = []
    const seen = new Set<string>()
    let here = ''
    page.on('console', message => {
      const expected = message.text().includes('status of 404') || message.text().includes('status of 500')
      if (['error', 'warning'].includes(message.type()) && !expected) wrong.push(`${here}: ${message.text()}`)
    })
    page.on('pageerror', error => wrong.push(`${here}: ${error.message}`))
    for (here of paths) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(here)
      const note = (what: string) => wrong.push(`${here}: ${what}`)
      await whole(page, 'wide, light', note)
      const isNewKind = !seen.has(kindOf(here))
      seen.add(kindOf(here))
      if (isNewKind) await colours(page, 'dark', 'wide, dark', note)
      await page.setViewportSize({ width: 320, height: 800 })
      if (isNewKind) await colours(page, 'light', 'narrow, light', note)
      await page.emulateMedia({ colorScheme: 'dark' })
      await whole(page, 'narrow, dark', note)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) note(`scrolls sideways by ${beyond} px at 320`)
    }
    expect(wrong).toEqual([])
  })

/** Pages under one address are drawn by one template. */
const kindOf = (path: string): string => path.split('?')[0]!.split('/').slice(0, -1).join('/') || path

type Note = (what: string) => void

async function analysed(builder: AxeBuilder, when: string, note: Note): Promise<void> {
  const { violations } = await builder.analyze()
  for (const { id, nodes } of violations) note(`${id} (${when}) at ${nodes[0]?.target} ${nodes[0]?.html}`)
}

const whole = (page: Page, when: string, note: Note) => analysed(new AxeBuilder({ page }), when, note)

/**
 * Every page is seen wide and light, and narrow and dark; the first of each kind in the other two as well. The scheme
 * changes colours and nothing else, so nothing else is asked again.
 */
async function colours(page: Page, colorScheme: 'light' | 'dark', when: string, note: Note): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await analysed(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']), when, note)
}
