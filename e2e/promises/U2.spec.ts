import { expect, test } from '@playwright/test'
import { addressHash } from '@/_audience/address'
import { suppress } from '@/_audience/suppressions.data'
import { unsubscribeToken } from '@/_audience/unsubscribe-token'
import { MailApp } from '../testing/mail-app'

test('U2: a newsletter reaches confirmed readers alone, each once, also when wishes and a crash come in between', async () => {
  const mail = await MailApp.make()
  try {
    const names = Array.from({ length: 8 }, (_, n) => `r${n}@example.com`)
    for (const name of names) await mail.reader(name, ['newsletter'])
    await mail.reader('new@example.com', ['newsletter'], { state: 'pending' })
    await mail.reader('gone@example.com', ['newsletter'], { state: 'left' })
    await mail.reader('away@example.com', ['newsletter'], { pausedUntil: new Date(Date.now() + 86_400_000) })
    await mail.reader('other@example.com', ['product'])
    for (const [name, reason] of [
      ['dead', 'bounced'],
      ['angry', 'complained'],
    ] as const) {
      await mail.reader(`${name}@example.com`, ['newsletter'])
      await suppress(addressHash(`${name}@example.com`), '*', reason, Date.now(), mail.db)
    }
    const url = await mail.start()
    await mail.broadcast('News', 1200)
    await expect.poll(() => mail.received('News').length, { timeout: 60_000 }).toBeGreaterThan(0)

    const last = [...names].reverse().find(name => !mail.received('News').includes(name))!
    const token = unsubscribeToken(addressHash(last), 'topic:newsletter')
    const left = await fetch(`${url}/email/unsubscribe/one-click?token=${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(left.status).toBe(200)
    expect(mail.received('News')).not.toContain(last)

    await mail.kill()
    await mail.db.outboxBatch.updateMany({ data: { every: 0 } })
    await mail.start()
    const wanted = names.filter(name => name !== last)
    await expect.poll(() => mail.received('News'), { timeout: 60_000 }).toEqual(wanted)
    const open = { state: { in: ['waiting', 'sending'] } }
    await expect.poll(() => mail.db.outboxMessage.count({ where: open }), { timeout: 60_000 }).toBe(0)
    expect(mail.received('News')).toEqual(wanted)
  } finally {
    await mail.close()
  }
})
