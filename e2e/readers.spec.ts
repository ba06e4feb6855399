import { expect, test } from '@playwright/test'
import { registerFor, staffAt } from './promises/readers'

test('with script a comment is corrected in place and appears at once; staff approve it by keys', async ({
  page,
  browser,
}) => {
  const stamp = Date.now()
  await page.goto('/blog/two-names-one-person')
  await page.getByRole('link', { name: 'Answer', exact: false }).first().click()
  const form = page.locator('#comment-form')
  await form.getByLabel('Your comment').fill(`A **prefix** does, ${stamp}.`)
  await form.getByLabel('Name').fill('Zoe')
  await form.getByLabel('Email', { exact: true }).fill('zoe@example')
  await form.getByRole('button', { name: 'Send the answer' }).click()
  await expect(form.getByRole('alert')).toContainText('Write your address in full')
  await form.getByLabel('Email', { exact: true }).fill(`zoe${stamp}@example.com`)
  await form.getByRole('button', { name: 'Send the answer' }).click()
  const mine = page.locator('.comment-waiting').filter({ hasText: `${stamp}` })
  await expect(mine.locator('strong', { hasText: 'prefix' })).toBeVisible()
  await page.reload()
  await expect(mine).toBeVisible()

  const staff = await staffAt(browser, '/staff/comments')
  const row = staff.getByRole('listitem').filter({ hasText: `${stamp}` })
  await row.focus()
  await staff.keyboard.press('a')
  await expect(staff.getByRole('status')).toContainText('Approved: 1 comment')
  await staff.close()
  await page.goto('/blog/two-names-one-person')
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: `${stamp}` })
      .last(),
  ).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a refused registration keeps what was typed; the mail holds an invitation and the way out', async ({
    page,
    browser,
  }) => {
    const email = `guest${Date.now()}@example.com`
    const slug = 'moving-from-kissmetrics'
    await page.goto(`/webinars/${slug}`)
    const form = page.locator('form[action="/webinars/register"]')
    await form.getByLabel('Name').fill('Guest')
    await form.getByLabel('Email').fill(email)
    await form.getByLabel('Website').fill('not a web address')
    await form.getByRole('button', { name: 'Register' }).click()
    await expect(page.getByRole('alert')).toContainText('Write a web address')
    await expect(page.getByLabel('Email')).toHaveValue(email)
    await registerFor(page, { slug, email })

    const staff = await staffAt(browser, '/staff/mail')
    const row = staff.getByRole('row').filter({ hasText: email }).first()
    await expect(async () => {
      await staff.goto('/staff/mail')
      await expect(row).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 30_000 })
    await row.getByRole('link').first().click()
    await expect(staff.getByRole('heading', { level: 1 })).toContainText('Your seat')
    const mail = (await staff.getByRole('main').textContent()) ?? ''
    expect(mail).toContain('METHOD:REQUEST')
    await staff.close()
    // The calendar file folds its lines: the whole address is the longest of those found.
    const link = (name: string) => {
      const found = [...mail.matchAll(new RegExp(`https?://\\S+?(/webinars/${name}\\?token=[\\w.-]+)`, 'g'))]
      const [longest] = found.map(([, path]) => path!).sort((a, b) => b.length - a.length)
      return longest!
    }
    const [joining, mine] = [link('join'), link('mine')]
    await page.goto(joining)
    await expect(page.getByRole('main')).toContainText('opens 15 minutes before')
    await page.goto(mine)
    await page.getByRole('button', { name: 'Give the seat back' }).click()
    await expect(page.getByRole('status')).toContainText('Cancelled')
  })
})
