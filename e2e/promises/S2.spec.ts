import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { decodeSession, sessionCookie } from '@/_accounts/session-cookie'
import { MailApp } from '../testing/mail-app'
import { mailTo, signUpFields, startTrial } from '../testing/trial'

const email = 'owner@kept.example'

test('S2: no password, session or token in use is found in the files, only what they are checked against', async () => {
  test.setTimeout(300_000)
  const app = await MailApp.make()
  try {
    const url = await app.start()
    const { browser, siteId } = await startTrial({ url, dataDir: app.dataDir }, email)
    const { link, code } = await mailTo(app.dataDir, email, 'trial-confirm')
    const owner = await browser.open(`/sites/${siteId}/owner`)
    const made = await browser.send(owner, { fields: { name: 'A machine', 'may:export': 'on' } })
    const asked = await browser.send(await browser.open('/signin/link'), { fields: { email } })
    expect([owner.status, made.status, asked.status]).toEqual([200, 200, 200])
    const mailed = await mailTo(app.dataDir, email, 'sign-in-link')
    await expect
      .poll(() => app.db.outboxMessage.count({ where: { state: { in: ['waiting', 'sending'] } } }))
      .toBe(0)
    const secrets = {
      password: signUpFields(email).password!,
      session: (await decodeSession(browser.cookie(sessionCookie.name)!))!,
      'the cookie': browser.cookie(sessionCookie.name)!,
      'API token': /fh_[\w-]{20,}/.exec(made.html)![0],
      'link to confirm': new URL(link!).searchParams.get('token')!,
      'code to confirm': `"code":"${code!}"`,
      'link to sign in': new URL(mailed.link!).searchParams.get('token')!,
    }
    const held = filesIn(app.dataDir).map(file => readFileSync(file))
    expect(held.some(bytes => bytes.includes(email))).toBe(true)
    for (const [what, value] of Object.entries(secrets)) {
      expect(value.length, what).toBeGreaterThan(12)
      expect(held.filter(bytes => bytes.includes(value)).length, what).toBe(0)
    }
  } finally {
    await app.close()
  }
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())
