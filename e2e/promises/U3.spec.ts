import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Db, openDb } from '@/_platform/db'

let db: Db
test.beforeAll(() => {
  db = openDb(process.env.DATA_DIR ?? join('data'))
})
test.afterAll(() => db.$disconnect())

const forms = [
  ['a comment', '/blog', /^\/blog\/[a-z0-9-]+$/, 'Send the comment'],
  ['a registration', '/webinars', /^\/webinars\/[a-z0-9-]+$/, /Register|Join the waiting list/],
] as const

/** Opens pages of a list until one has the form. */
async function openForm(page: Page, list: string, path: RegExp, button: string | RegExp): Promise<void> {
  await page.goto(list)
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll(links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname))
  for (const href of new Set(hrefs.filter(one => path.test(one)))) {
    await page.goto(href)
    if (await page.getByRole('button', { name: button }).first().isVisible()) return
  }
  throw new Error(`No page under ${list} has the form.`)
}

for (const [what, list, path, button] of forms)
  test(`U3: ${what} subscribes nobody unless its own box, unticked at first, was ticked`, async ({
    page,
  }) => {
    for (const ticked of [false, true]) {
      const email = `u3-${what.split(' ')[1]}-${ticked}-${Date.now()}@example.com`
      await openForm(page, list, path, button)
      const form = page.locator('form', { has: page.getByRole('button', { name: button }) }).first()
      const box = form.locator('input[name="newsletter"], input[name="news"]')
      await expect(box).not.toBeChecked()
      await form.getByLabel('Name', { exact: true }).fill('Ann')
      await form.getByLabel('Email', { exact: true }).fill(email)
      const text = form.getByLabel('Your comment')
      if (await text.isVisible()) await text.fill('The second figure says what the text only hints at.')
      if (ticked) await box.check()
      await form.getByRole('button', { name: button }).click()
      await page.waitForURL(url => !path.test(url.pathname) || url.search !== '' || url.hash !== '')
      const asked = () =>
        db.subscriber.findUnique({ where: { email }, select: { subscriptions: { select: { state: true } } } })
      if (ticked) await expect.poll(asked).toMatchObject({ subscriptions: [{ state: 'pending' }] })
      else expect(await asked()).toBeNull()
      const confirmed = { subscriber: { email }, state: 'confirmed' }
      expect(await db.subscription.count({ where: confirmed })).toBe(0)
    }
  })
