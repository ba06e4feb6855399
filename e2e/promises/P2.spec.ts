import { expect, test } from '@playwright/test'
import { addressHash } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { type TemplateName, templates } from '@/_audience/templates/registry'
import { topicNames } from '@/_audience/topics'
import { MailApp } from '../testing/mail-app'

test('P2: every message that is not strictly about the account ends in one press, without signing in; looking changes nothing', async () => {
  const mail = await MailApp.make()
  try {
    const names = Object.keys(templates) as TemplateName[]
    const addressOf = (name: string) => `${name}@example.com`
    for (const name of [...names, 'letter']) await mail.reader(addressOf(name), [...topicNames])
    for (const name of names) {
      const props = templates[name].example as never
      await queueMail(mail.db, { template: name, to: addressOf(name), props, key: `p2:${name}` }, Date.now())
    }
    await mail.broadcast('Letter')
    // All is written before: two processes that write at once can keep each other out for seconds.
    const url = await mail.start()
    await expect
      .poll(() => mail.provider.delivered.length, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(names.length)
    await expect.poll(() => mail.received('Letter'), { timeout: 60_000 }).toContain(addressOf('letter'))

    const kept = async () => [await mail.db.suppression.count(), await mail.db.consentRecord.count()]
    for (const name of [...names, 'letter']) {
      const found = mail.provider.delivered.find(
        ({ to, subject }) => to[0] === addressOf(name) && (subject === 'Letter') === (name === 'letter'),
      )!
      expect(found, name).toBeDefined()
      const scope =
        name === 'letter'
          ? 'topic'
          : templates[name as TemplateName].scope(templates[name as TemplateName].example as never)
      if (scope === 'account') {
        expect(found.headers?.['List-Unsubscribe'], name).toBeUndefined()
        continue
      }
      expect(found.headers['List-Unsubscribe-Post'], name).toBe('List-Unsubscribe=One-Click')
      const [, link] = found.headers['List-Unsubscribe']!.match(/^<(https?:[^>]+)>, <mailto:[^>]+>$/)!
      const [page] = found.text.match(/https?:\/\/\S+\/email\/unsubscribe\?token=[\w.-]+/)!
      const before = await kept()
      for (const address of [link!, page!])
        for (const method of ['GET', 'HEAD'])
          expect((await fetch(address, { method })).status, name).toBe(200)
      expect(await kept(), name).toEqual(before)
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
      const pressed = await fetch(link!, { method: 'POST', body })
      expect(pressed.status, name).toBe(200)
      const refused = await mail.db.suppression.count({ where: { toHash: addressHash(addressOf(name)) } })
      expect(refused, name).toBeGreaterThan(0)
    }
    expect((await fetch(`${url}/email/unsubscribe/one-click?token=x.y.z`, { method: 'POST' })).status).toBe(
      400,
    )
  } finally {
    await mail.close()
  }
})
