import { expect, test } from '@playwright/test'
import { PlainBrowser } from './testing/plain-browser'
import { mailTo, startTrial } from './testing/trial'

const dataDir = process.env.DATA_DIR!
const sent = 'A message is on its way to this address.'

const pathIn = (link: string) => new URL(link).pathname + new URL(link).search

test('a mailed link signs in by its button, once; a scanner that opens it uses nothing up', async ({
  baseURL,
}) => {
  const email = `link-${Date.now()}@example.com`
  await startTrial({ url: baseURL!, dataDir }, email)
  const browser = new PlainBrowser(baseURL!)
  const asked = await browser.send(await browser.open('/signin/link'), { fields: { email } })
  expect(asked.html).toContain(sent)
  const path = pathIn((await mailTo(dataDir, email, 'sign-in-link')).link!)
  await new PlainBrowser(baseURL!).open(path)
  const page = await browser.open(path)
  expect(page.html).toContain('l•••@example.com')
  expect((await browser.send(page, { button: 'Sign in' })).path).toMatch(/^\/sites/)
  expect((await browser.open('/account')).html).toContain(email)
  expect((await new PlainBrowser(baseURL!).open(path)).html).toContain('does not work any more')
})

test('a forgotten password is set anew by mail, and what was open ends', async ({ baseURL }) => {
  const email = `reset-${Date.now()}@example.com`
  const { browser: before } = await startTrial({ url: baseURL!, dataDir }, email)
  const browser = new PlainBrowser(baseURL!)
  const ask = await browser.open('/signin/reset')
  const [known, unknown] = [
    await browser.send(ask, { fields: { email } }),
    await browser.send(ask, { fields: { email: `nobody-${email}` } }),
  ]
  for (const answer of [known, unknown]) {
    expect(answer.status).toBe(200)
    expect(answer.html).toContain(sent)
  }
  const page = await browser.open(pathIn((await mailTo(dataDir, email, 'password-reset')).link!))
  const short = await browser.send(page, { fields: { newPassword: 'short' } })
  expect(short.html).toContain('Use at least 10 characters.')
  const set = await browser.send(page, { fields: { newPassword: 'words that are new' } })
  expect(set.path).toBe('/signin?reset=done')
  expect((await before.open('/account')).path).toMatch(/^\/signin/)
  const given = { email, password: 'words that are new' }
  expect((await browser.send(set, { fields: given })).path).toMatch(/^\/sites/)
})
