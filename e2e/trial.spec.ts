import { expect, test } from '@playwright/test'
import { openDb } from '@/_platform/db'
import { PlainBrowser } from './testing/plain-browser'
import { signUpFields } from './testing/trial'

test('who does not say to be 13 or older gets no account', async ({ baseURL }) => {
  const email = `young-${Date.now()}@example.com`
  const browser = new PlainBrowser(baseURL!)
  const page = await browser.open('/trial')
  const { age: _age, ...others } = signUpFields(email)
  const answer = await browser.send(page, { fields: others })
  expect(answer.path).toBe('/trial')
  expect(answer.html).toContain('13 or older.')
  const db = openDb(process.env.DATA_DIR!)
  expect(await db.signUp.count({ where: { email } })).toBe(0)
  expect(await db.user.count({ where: { email } })).toBe(0)
  await db.$disconnect()
})
