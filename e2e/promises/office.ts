import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page } from '@playwright/test'
import { demo } from '@/_analytics/demo/known'
import { test as base } from './clients'

export { expect }

const second = { email: 'second-staff@example.com', password: 'a password of the second' }

async function signIn(browser: Browser, { email, password }: { email: string; password: string }) {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/signin?next=/staff/requests')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => url.pathname === '/staff/requests')
  return page
}

/** The privacy office: two of the staff, and somebody who asks. */
export class Office {
  constructor(
    /** The asking person's browser. */
    readonly page: Page,
    readonly staff: Page,
  ) {}

  /** Sends the form. @returns the tracking number */
  async ask(kind: string, email: string, details = ''): Promise<string> {
    await this.page.goto('/privacy-request')
    await this.page.locator(`#kind-${kind}`).check()
    await this.page.locator('#email').fill(email)
    await this.page.getByLabel('Anything that helps us').fill(details)
    await this.page.getByRole('button', { name: 'Send the request' }).click()
    const status = this.page.getByRole('status')
    await expect(status).toContainText('Your request has the number')
    return /PR-\w{4}-\w{4}/.exec((await status.textContent())!)![0]
  }

  /** Sends the form and presses the link that the mailbox received. */
  async askAndProve(kind: string, email: string, details = ''): Promise<string> {
    const number = await this.ask(kind, email, details)
    await this.page.goto(await this.linkTo(email, `Confirm your request ${number}`, '/privacy-request/proof'))
    await this.page.getByRole('button', { name: 'Confirm the request' }).click()
    await expect(this.page.getByRole('status')).toContainText(number)
    return number
  }

  /** The words of the newest message of a subject, once it has arrived. */
  async mail(to: string, subject: string): Promise<string> {
    const row = this.staff.getByRole('row').filter({ hasText: to }).filter({ hasText: subject }).first()
    await expect(async () => {
      await this.staff.goto('/staff/mail')
      await expect(row).toBeVisible({ timeout: 1000 })
    }).toPass()
    await row.getByRole('link').first().click()
    await expect(this.staff.getByRole('heading', { level: 1 })).toContainText(subject)
    return (await this.staff.getByRole('main').textContent()) ?? ''
  }

  async linkTo(to: string, subject: string, path: string): Promise<string> {
    const link = new RegExp(`https?://[^\\s"]+(${path}\\?token=[\\w.%-]+)`).exec(await this.mail(to, subject))
    return link![1]!
  }

  /** Presses a button of the office's page of a request. */
  async act(button: string, number: string, text = '', staff = this.staff): Promise<void> {
    await staff.goto(`/staff/requests/${number}`)
    await staff.getByLabel('To the person who asked').fill(text)
    await staff.getByRole('button', { name: button }).click()
  }

  /** What whoever asked reads on the page of its state. */
  async state(number: string, email: string): Promise<string> {
    await this.page.goto('/privacy-request')
    await this.page.getByLabel('Number of the request').fill(number)
    await this.page.getByLabel('Your address').fill(email)
    await this.page.getByRole('button', { name: 'Show how it stands' }).click()
    await this.page.waitForURL(url => url.pathname === '/privacy-request/state')
    return (await this.page.getByRole('main').textContent()) ?? ''
  }

  /** A second of the staff, in a browser of their own. */
  async second(): Promise<Page> {
    await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'e2e/testing/make-staff.ts',
      second.email,
      second.password,
    ]).catch(error => {
      if (!String(error.stderr).includes('has an account already')) throw error
    })
    return signIn(this.staff.context().browser()!, second)
  }
}

export const test = base.extend<{ office: Office }>({
  office: async ({ page, browser }, use) => {
    const staff = await signIn(browser, demo.staff)
    await use(new Office(page, staff))
    await staff.context().close()
  },
})

/** An address that nobody else of the tests uses. */
export const newAddress = (name: string) => `${name}-${Math.random().toString(36).slice(2, 10)}@example.com`
