import { expect, test } from '@playwright/test'
import { openDb } from '@/_platform/db'
import { PlainBrowser } from '../testing/plain-browser'
import { mailTo, signUpFields, startTrial } from '../testing/trial'

const dataDir = process.env.DATA_DIR!
const { password, siteName, siteUrl } = signUpFields('')

const pathIn = (link: string) => new URL(link).pathname + new URL(link).search

test('P1: name and phone, password, and the site’s name and address are seen and changed', async ({
  baseURL,
}) => {
  const email = `p1-${Date.now()}@example.com`
  const { browser, siteId } = await startTrial({ url: baseURL!, dataDir }, email)
  const you = await browser.open('/account')
  for (const seen of ['Ann Ito', email]) expect(you.html).toContain(seen)
  await browser.send(you, { fields: { name: 'Ann Holm', phone: '+47 22 12 34 56' } })
  const changed = (await browser.open('/account')).html
  for (const seen of ['value="Ann Holm"', 'value="+47 22 12 34 56"']) expect(changed).toContain(seen)

  const security = await browser.open('/account/security')
  await browser.send(security, { fields: { password: password!, newPassword: 'words that are new' } })
  const again = new PlainBrowser(baseURL!)
  const given = { email, password: 'words that are new' }
  expect((await again.send(await again.open('/signin'), { fields: given })).path).toMatch(/^\/sites/)

  const settings = await browser.open(`/sites/${siteId}/settings`)
  for (const seen of [siteName, siteUrl]) expect(settings.html).toContain(`value="${seen}"`)
  await browser.send(settings, { fields: { name: 'Holm Tea', url: 'https://holmtea.example' } })
  const site = (await browser.open(`/sites/${siteId}/settings`)).html
  for (const seen of ['Holm Tea', 'https://holmtea.example']) expect(site).toContain(`value="${seen}"`)
})

test('P1: a new address counts once both have confirmed; then both are told and other sessions end', async ({
  baseURL,
}) => {
  const email = `p1-old-${Date.now()}@example.com`
  const next = email.replace('old', 'new')
  const { browser } = await startTrial({ url: baseURL!, dataDir }, email)
  const other = new PlainBrowser(baseURL!)
  await other.send(await other.open('/signin'), { fields: { email, password: password! } })
  expect((await other.open('/account')).html).toContain(email)

  await browser.send(await browser.open('/account'), { fields: { email: next, password: password! } })
  expect((await browser.open('/account')).html).toContain('A new address waits')
  const links = [email, next].map(async to => pathIn((await mailTo(dataDir, to, 'email-change')).link!))
  const [fromOld, fromNew] = await Promise.all(links)
  const anyone = new PlainBrowser(baseURL!)
  await anyone.open(fromOld!)
  const page = await anyone.open(fromNew!)
  expect((await anyone.send(page, { button: 'Agree' })).html).toContain('This address has agreed')
  const db = openDb(dataDir)
  expect(await db.user.count({ where: { email } })).toBe(1)
  expect((await other.open('/account')).path).toBe('/account')

  const done = await anyone.send(await anyone.open(fromOld!), { button: 'Agree' })
  expect(done.path).toBe('/signin/address?done=changed')
  expect([
    await db.user.count({ where: { email } }),
    await db.user.count({ where: { email: next } }),
  ]).toEqual([0, 1])
  await db.$disconnect()
  for (const to of [email, next]) await mailTo(dataDir, to, 'email-changed')
  expect((await other.open('/account')).path).toMatch(/^\/signin/)
  expect((await browser.open('/account')).html).toContain(next)
})
