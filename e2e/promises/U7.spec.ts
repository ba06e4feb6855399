import { expect, test } from '@playwright/test'
import { readPage } from '@/_analytics/installation/read-page'
import { openDb } from '@/_platform/db'
import { startTrial } from '../testing/trial'

const dataDir = process.env.DATA_DIR!

test('U7: signing up records the version of the terms that was accepted', async ({ baseURL }) => {
  const email = `u7-${Date.now()}@example.com`
  const { browser, siteId } = await startTrial({ url: baseURL!, dataDir }, email)
  const db = openDb(dataDir)
  const user = await db.user.findUniqueOrThrow({ where: { email } })
  const accepted = await db.legalAcceptance.findMany({ where: { userId: user.id, document: 'terms' } })
  await db.$disconnect()
  expect(accepted.map(one => one.how)).toEqual(['trial'])
  const terms = await browser.open('/terms')
  expect(terms.html.toLowerCase()).toContain(`datetime="${accepted[0]!.version}"`)
  expect((await browser.open(`/sites/${siteId}/start`)).html).toContain('/user-privacy')
})

test('U7: the installation check says whether a page links to the opt-out page', async ({ baseURL }) => {
  const { browser, siteId } = await startTrial(
    { url: baseURL!, dataDir },
    `u7-check-${Date.now()}@example.com`,
  )
  const start = await browser.open(`/sites/${siteId}/start`)
  const checked = await browser.send(start, { button: 'Check the page' })
  expect(checked.html).toContain('could not be looked at')
  const page = (text: string) =>
    readPage({ url: 'https://x.example/', status: 200, text, headers: {} } as never, {
      siteUrl: baseURL!,
      key: 'a'.repeat(40),
    })
  expect(page(`<a href="${baseURL}/user-privacy">Opt out</a>`).optOut).toBe(true)
  expect(page('<a href="/privacy">Privacy</a>').optOut).toBe(false)
})
