import { type Browser, expect, type Page, test } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

/** A staff browser: it reads what the local mailbox received. */
async function staff(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.goto('/signin?next=/staff/mail')
  await page.getByLabel('Email').fill(demo.staff.email)
  await page.getByLabel('Password').fill(demo.staff.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => url.pathname === '/staff/mail')
  return page
}

/** The newest message to an address with this subject, as text with its headers, once it has arrived. */
async function mailTo(reader: Page, address: string, subject: string): Promise<string> {
  const row = reader.getByRole('row').filter({ hasText: address }).filter({ hasText: subject }).first()
  await expect(async () => {
    await reader.goto('/staff/mail')
    await expect(row).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await row.getByRole('link').first().click()
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(subject)
  return (await reader.getByRole('main').textContent()) ?? ''
}

const linkIn = (text: string, path: string) =>
  new URL(text.match(new RegExp(`https?://\\S+(${path}\\?token=[\\w.%-]+)`))![1]!, 'http://here')

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled })

    test('a reader subscribes, confirms by the mail, and leaves by the next one', async ({
      page,
      browser,
    }) => {
      const address = `reader-${javaScriptEnabled}-${Date.now()}@example.com`
      const masked = 'r•••@example.com'
      const reader = await staff(browser)
      await page.goto('/newsletter')
      await page.getByLabel('Email').fill(address)
      await page.getByRole('button', { name: 'Subscribe' }).click()
      await expect(page.getByRole('status')).toContainText('Look into your mailbox')

      const confirm = linkIn(await mailTo(reader, address, 'Confirm'), '/email/confirm')
      const path = confirm.pathname + confirm.search
      for (const method of ['GET', 'HEAD', 'GET']) await page.request.fetch(path, { method })
      await page.goto(path)
      await expect(page.getByRole('main')).toContainText(masked)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('status')).toContainText('Confirmed')

      const leave = linkIn(await mailTo(reader, address, 'You are on the list'), '/email/unsubscribe')
      await page.goto(leave.pathname + leave.search)
      await expect(page.getByRole('main')).toContainText(masked)
      expect(await page.content()).not.toContain(address)
      await page.getByRole('button', { name: 'Unsubscribe' }).click()
      await expect(page.getByRole('status')).toContainText('Newsletter: stopped')
      await reader.close()
    })
  })

test('a mail program leaves in one press, without cookie or origin; opening the link does nothing', async ({
  page,
  browser,
  request,
}) => {
  const address = `one-click-${Date.now()}@example.com`
  const reader = await staff(browser)
  await page.goto('/newsletter')
  await page.getByLabel('Email').fill(address)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  const text = await mailTo(reader, address, 'Confirm')
  const { pathname, search } = linkIn(text, '/email/unsubscribe/one-click')
  const opened = await request.get(pathname + search)
  expect(await opened.text()).toContain('One press ends it')
  const wrong = await request.post(pathname + search, { form: { other: 'form' }, maxRedirects: 0 })
  expect(wrong.status()).toBe(400)
  const forged = await request.post(`${pathname}?token=a.b.c`, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(forged.status()).toBe(400)
  const pressed = await request.post(pathname + search, {
    form: { 'List-Unsubscribe': 'One-Click' },
    headers: { origin: '' },
    maxRedirects: 0,
  })
  expect(pressed.status()).toBe(200)
  expect(await (await request.get(pathname + search)).text()).toContain('stopped for')
  await reader.close()
})

test('settings open by a mailed link alone, and hold what was saved', async ({ page, browser }) => {
  const address = `settings-${Date.now()}@example.com`
  const reader = await staff(browser)
  await page.goto('/newsletter')
  await page.getByLabel('Email').fill(address)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await page.getByRole('link', { name: 'Change or end what you get' }).click()
  await page.getByLabel('Email').fill(address)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByRole('status')).toContainText('Look into your mailbox')
  const link = linkIn(await mailTo(reader, address, 'Your link to the mail settings'), '/email/preferences')
  await page.goto(link.pathname + link.search)
  await page.getByLabel('Webinars').check()
  await page.getByLabel('How often').selectOption('monthly')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('in force')
  await expect(page.getByLabel('Webinars')).toBeChecked()
  await expect(page.getByLabel('Newsletter')).not.toBeChecked()
  await expect(page.getByLabel('How often')).toHaveValue('monthly')
  await page.getByRole('button', { name: 'Erase it for good' }).click()
  await expect(page.getByRole('status')).toContainText('Erased')
  await reader.close()
})
