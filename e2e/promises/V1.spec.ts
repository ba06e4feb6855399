import { expect, test } from '@playwright/test'
import { day, minute } from '@/_platform/clock'
import { Publisher, password } from '../testing/publisher'

const says = async (url: string) => (await (await fetch(url)).text()).includes('Names a new provider.')

test('V1: a material change shows the banner and the account’s notice, and is mailed, once each', async ({
  page,
}) => {
  const publisher = new Publisher()
  const posted = Date.UTC(2027, 2, 1)
  try {
    const before = await publisher.startAt(posted - day)
    await publisher.addUser('ann@example.com', posted - day)
    publisher.publish({
      document: 'privacy',
      effective: '2027-03-01',
      kind: 'change',
      material: true,
      changes: 'Names a new provider.',
    })
    expect(await says(`${before.url}/`)).toBe(false)

    let app = await publisher.startAt(posted + minute)
    await expect.poll(() => publisher.received()).toEqual(['ann@example.com: Changed: Privacy policy'])
    const banner = page.getByRole('region', { name: 'New: Privacy policy' })
    await expect(async () => {
      await page.goto(`${app.url}/about`)
      await expect(banner).toContainText('Names a new provider.', { timeout: 1000 })
    }).toPass()
    await banner.getByRole('button', { name: 'Close this notice' }).click()
    await expect(banner).toBeHidden()
    await page.goto(`${app.url}/pricing`)
    await expect(banner).toBeHidden()

    await page.goto(`${app.url}/legal/privacy/2027-03-01/changes`)
    await expect(page.getByRole('insertion')).toContainText('A sentence that 2027-03-01 added.')

    await page.goto(`${app.url}/signin?next=/sites`)
    await page.getByLabel('Email').fill('ann@example.com')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(url => url.pathname === '/sites')
    await expect(page.getByText('It binds you from 15 March 2027.')).toBeVisible()
    await page.getByRole('button', { name: 'I have read it' }).click()
    await expect(page.getByText('It binds you from')).toBeHidden()
    expect(await publisher.db.legalAcceptance.findMany()).toMatchObject([
      { userId: 'user_ann', document: 'privacy', version: '2027-03-01', how: 'notice' },
    ])

    app = await publisher.startAt(posted + 15 * day)
    expect(await says(`${app.url}/`)).toBe(false)
    expect(await publisher.received()).toHaveLength(1)
  } finally {
    await publisher.close()
  }
})
