import { expect, test } from '@playwright/test'
import { addressHash } from '@/_audience/address'
import { propsOf } from '@/_audience/outbox.data'
import { day, minute } from '@/_platform/clock'
import { Publisher } from '../testing/publisher'

test('V3: an export names the version that governs each kind of data', async () => {
  const publisher = new Publisher()
  const posted = Date.UTC(2027, 2, 1)
  const subscribe = (email: string, topic: string) =>
    publisher.db.subscriber.create({
      data: {
        id: `subscriber_${email}`,
        email,
        emailHash: addressHash(email),
        createdAt: new Date(posted - day),
        subscriptions: {
          create: {
            topic,
            state: 'confirmed',
            askedAt: new Date(posted - day),
            confirmedAt: new Date(posted - day),
          },
        },
      },
    })
  const exported = async (url: string, email: string) => {
    const post = (path: string, fields: Record<string, string>) =>
      fetch(url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: url },
        body: new URLSearchParams(fields),
      })
    const asked = { to: email, template: 'preferences-link' }
    await publisher.db.outboxMessage.deleteMany({ where: asked })
    expect((await post('/email/preferences/ask', { email })).status).toBe(303)
    const row = (await publisher.db.outboxMessage.findFirst({ where: asked }))!
    const token = new URL((propsOf(row) as { link: string }).link).searchParams.get('token')!
    return (await (await post('/email/preferences/export', { token })).json()).governedBy
  }
  try {
    const before = await publisher.startAt(posted - day)
    await subscribe('told@example.com', 'service')
    await subscribe('reader@example.com', 'newsletter')
    const earlier = await exported(before.url, 'told@example.com')
    expect(earlier.address).toMatch(/^2026-/)
    expect(earlier).toEqual({
      address: earlier.address,
      subscriptions: earlier.address,
      consents: earlier.address,
    })
    publisher.publish({
      document: 'privacy',
      effective: '2027-03-01',
      kind: 'change',
      material: true,
      changes: 'Names a new provider.',
    })
    const app = await publisher.startAt(posted + minute)
    await expect.poll(() => publisher.received()).toContain('told@example.com: Changed: Privacy policy')
    const posting = () => publisher.db.legalPosting.findFirst({ where: { version: '2027-03-01' } })
    await expect.poll(async () => (await posting())?.announcedAt).toBeTruthy()
    expect(await exported(app.url, 'told@example.com')).toMatchObject({ address: '2027-03-01' })
    expect(await exported(app.url, 'reader@example.com')).toMatchObject({ address: earlier.address })
  } finally {
    await publisher.close()
  }
})
