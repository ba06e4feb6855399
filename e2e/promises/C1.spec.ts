import { expect, test } from '@playwright/test'
import { openDb } from '@/_platform/db'
import { formOf, PlainBrowser } from '../testing/plain-browser'
import { mailTo, signUpFields, startTrial } from '../testing/trial'

const dataDir = process.env.DATA_DIR!
const card = '4242 4242 4242 4242'

/** Everything in app.db, as text. */
async function everything(): Promise<string> {
  const db = openDb(dataDir)
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  )
  const rows = []
  for (const { name } of tables) rows.push(await db.$queryRawUnsafe(`SELECT * FROM "${name}"`))
  await db.$disconnect()
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
}

test('C1: the form asks for these fields and no others', async ({ baseURL }) => {
  const { html } = await new PlainBrowser(baseURL!).open('/trial')
  const form = /<form[\s\S]*?<\/form>/.exec(html.slice(html.indexOf('id="main"')))![0]
  const names = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*\sname="([^"$]+)"/g)].map(
    found => found[1],
  )
  expect(names.sort()).toEqual(
    ['age', 'agreed', 'email', 'name', 'password', 'phone', 'siteName', 'siteUrl'].sort(),
  )
})

test('C1: sign-up stores these fields', async ({ baseURL }) => {
  const email = `c1-${Date.now()}@example.com`
  const browser = new PlainBrowser(baseURL!)
  const fields = signUpFields(email, { phone: '+47 22 12 34 56' })
  const check = await browser.send(await browser.open('/trial'), { fields })
  const { code } = await mailTo(dataDir, email, 'trial-confirm')
  expect((await browser.send(check, { fields: { code: code! } })).path).toMatch(/^\/sites\/site_\w+\/start/)
  const db = openDb(dataDir)
  const user = await db.user.findUniqueOrThrow({
    where: { email },
    include: { contact: true, members: { include: { account: { include: { sites: true } } } } },
  })
  await db.$disconnect()
  expect(user).toMatchObject({ name: fields.name, contact: { phone: fields.phone } })
  expect(user.members[0]!.account.sites[0]).toMatchObject({ name: fields.siteName, url: fields.siteUrl })
  expect(JSON.stringify(user)).not.toContain(fields.password)
})

test('C1: a request that carries a card number is refused, and nothing of it is kept', async ({
  baseURL,
}) => {
  const email = `card-${Date.now()}@example.com`
  const cards: Record<string, string>[] = [{ phone: card }, { name: `Ann ${card}` }, { cardNumber: card }]
  for (const more of cards) {
    const browser = new PlainBrowser(baseURL!)
    const page = await browser.open('/trial')
    const { fields } = formOf(page.html, {
      fields: { siteUrl: '' },
    })
    const answer = await browser.post('/trial', { ...fields, ...signUpFields(email), ...more })
    expect(answer.path).toBe('/trial')
    expect(answer.html).toContain('payment card')
    expect(answer.html).not.toContain(card)
  }
  const kept = await everything()
  expect(kept).not.toContain(card)
  expect(kept).not.toContain(email)
})

test('C1: the account’s first page has the key in place', async ({ baseURL }) => {
  const { browser, siteId } = await startTrial({ url: baseURL!, dataDir }, `key-${Date.now()}@example.com`)
  const db = openDb(dataDir)
  const { key } = await db.site.findUniqueOrThrow({ where: { id: siteId } })
  await db.$disconnect()
  expect((await browser.open(`/sites/${siteId}/start`)).html).toContain(`/t.js?k=${key}`)
})
