import { expect, test } from '@playwright/test'
import { startApp } from '../testing/app'

/** What the page of providers says of a deployment with these settings. */
async function listed(env: Record<string, string>): Promise<string> {
  const app = await startApp({ env })
  try {
    const html = await (await fetch(`${app.url}/providers`)).text()
    return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  } finally {
    await app.stop()
  }
}

test('D1: a provider that is turned on is listed with what it gets, and one that is off is not', async () => {
  const off = await listed({})
  expect(off).toContain('None.')
  expect(off).not.toMatch(/Resend|Stripe/)
  const on = await listed({ RESEND_API_KEY: 're_example', HOSTED_BY: 'Acme Machines' })
  expect(on).toContain('Acme Machines')
  expect(on).toMatch(/Resend[\s\S]*The address of whoever we write to/)
  expect(on).not.toContain('Stripe')
})
