import { expect, type Page, test } from '@playwright/test'
import { day, second } from '@/_platform/clock'
import { Publisher, password } from '../testing/publisher'

/** What the account says about the new version to who signs in, or null when it says nothing. */
async function noticeFor(page: Page, url: string, email: string): Promise<string | null> {
  await page.context().clearCookies()
  await page.goto(`${url}/signin?next=/sites`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(to => to.pathname === '/sites')
  const notice = page.getByRole('main').locator('p').filter({ hasText: 'Names a new provider.' })
  return (await notice.count()) > 0 ? notice.textContent() : null
}

test('V2: a change binds who comes after it was posted, and who was there before 14 days later', async ({
  page,
}) => {
  const publisher = new Publisher()
  const posted = Date.UTC(2027, 2, 1)
  try {
    await publisher.startAt(posted - 3 * day)
    await publisher.addUser('ann@example.com', posted - 2 * day)
    publisher.publish({
      document: 'terms',
      effective: '2027-03-01',
      kind: 'change',
      material: true,
      changes: 'Names a new provider.',
    })
    await publisher.startAt(posted + second)
    const posting = () => publisher.db.legalPosting.findFirst({ where: { version: '2027-03-01' } })
    await expect.poll(async () => (await posting())?.announcedAt).toBeTruthy()
    const at = (await posting())!.postedAt.getTime()
    await publisher.addUser('bob@example.com', at)

    // Far enough from the second itself that a slow machine does not pass it; the rule is tested to the second beside it.
    let app = await publisher.startAt(at + 14 * day - 60 * second)
    expect(await noticeFor(page, app.url, 'ann@example.com')).toContain('It binds you from 15 March 2027')
    expect(await noticeFor(page, app.url, 'bob@example.com')).toBeNull()
    app = await publisher.startAt(at + 14 * day)
    expect(await noticeFor(page, app.url, 'ann@example.com')).toContain(
      'It has bound you since 15 March 2027',
    )
  } finally {
    await publisher.close()
  }
})
