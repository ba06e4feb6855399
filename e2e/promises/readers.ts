import { type Browser, expect, type Page } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'

/** A staff browser at a page of the console. */
export async function staffAt(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`/signin?next=${path}`)
  await page.getByLabel('Email').fill(demo.staff.email)
  await page.getByLabel('Password').fill(demo.staff.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => url.pathname === path)
  return page
}

export type Comment = { post: string; name: string; email: string; text: string; newsletter?: boolean }

/** Writes a comment by the form under a post, as a browser without script does. */
export async function sendComment(
  page: Page,
  { post, name, email, text, newsletter }: Comment,
): Promise<void> {
  await page.goto(`/blog/${post}`)
  const form = page.locator('#comment-form')
  await form.getByLabel('Your comment').fill(text)
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Email', { exact: true }).fill(email)
  const box = form.getByLabel('Also send me the newsletter')
  await expect(box).not.toBeChecked()
  if (newsletter) await box.check()
  await form.getByRole('button', { name: 'Send the comment' }).click()
  await expect(page.getByRole('status')).toContainText('It is kept')
}

/** Registers for a webinar by the form on its page. */
export async function registerFor(
  page: Page,
  { slug, email, news }: { slug: string; email: string; news?: boolean },
): Promise<void> {
  await page.goto(`/webinars/${slug}`)
  await page.getByLabel('Name').fill('Reader')
  await page.getByLabel('Email').fill(email)
  const box = page.getByLabel('Also send me a message when a new webinar')
  await expect(box).not.toBeChecked()
  if (news) await box.check()
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Look into your mailbox')
}

/** The subjects that reached an address so far. */
export async function subjectsTo(staff: Page, address: string): Promise<string[]> {
  await staff.goto('/staff/mail')
  const rows = staff.getByRole('row').filter({ hasText: address })
  return rows.getByRole('rowheader').allTextContents()
}
