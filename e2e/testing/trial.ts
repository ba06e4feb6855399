import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { propsOf } from '@/_audience/outbox.data'
import { openDb } from '@/_platform/db'
import { share } from '@/_platform/shared'
import { PlainBrowser } from './plain-browser'

/** A sign-up as the form sends it; `more` changes fields of it. */
export const signUpFields = (email: string, more: Record<string, string> = {}): Record<string, string> => ({
  name: 'Ann Ito',
  email,
  password: 'several words of hers',
  siteName: 'Halden Tea',
  siteUrl: 'https://haldentea.example',
  phone: '',
  age: 'on',
  agreed: 'on',
  ...more,
})

/** The newest message to an address, waiting for it to be queued. */
export async function mailTo(dataDir: string, to: string, template: string): Promise<Record<string, string>> {
  const db = openDb(dataDir)
  const secret = join(dataDir, 'secret')
  if (existsSync(secret)) share('secret', readFileSync(secret, 'utf8').trim())
  try {
    for (let tries = 0; tries < 100; tries++) {
      const mail = await db.outboxMessage.findFirst({
        where: { to, template },
        orderBy: { createdAt: 'desc' },
      })
      if (mail) return propsOf(mail) as Record<string, string>
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  } finally {
    await db.$disconnect()
  }
  throw new Error(`No ${template} was queued for ${to}`)
}

/** Signs up and confirms the address by code, without script. @returns the browser, signed in, and the site's id */
export async function startTrial(
  app: { url: string; dataDir: string },
  email: string,
  address?: string,
): Promise<{ browser: PlainBrowser; siteId: string }> {
  const browser = new PlainBrowser(app.url, address)
  const check = await browser.send(await browser.open('/trial'), { fields: signUpFields(email) })
  const { code } = await mailTo(app.dataDir, email, 'trial-confirm')
  const start = await browser.send(check, { fields: { code: code! } })
  const siteId = /^\/sites\/(site_\w+)\/start/.exec(start.path)?.[1]
  if (!siteId) throw new Error(`The trial did not start: ${start.status} ${start.path}`)
  return { browser, siteId }
}
