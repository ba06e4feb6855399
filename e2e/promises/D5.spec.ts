import { expect, test } from '@playwright/test'
import { addressHash } from '@/_audience/address'
import { day, minute } from '@/_platform/clock'
import { Publisher } from '../testing/publisher'

test('D5: a change of control is told to every account and every subscriber of service mail', async () => {
  const publisher = new Publisher()
  const posted = Date.UTC(2027, 2, 1)
  try {
    const before = await publisher.startAt(posted - day)
    await publisher.addUser('ann@example.com', posted - day)
    await publisher.addUser('bob@example.com', posted - day)
    for (const [email, topic, state] of [
      ['sue@example.com', 'service', 'confirmed'],
      ['pat@example.com', 'service', 'pending'],
      ['kim@example.com', 'newsletter', 'confirmed'],
      ['bob@example.com', 'service', 'confirmed'],
    ] as const)
      await publisher.db.subscriber.create({
        data: {
          id: `subscriber_${email}`,
          email,
          emailHash: addressHash(email),
          createdAt: new Date(posted - day),
          subscriptions: { create: { topic, state, askedAt: new Date(posted - day) } },
        },
      })
    expect((await fetch(`${before.url}/newsletter`)).status).toBe(200)
    publisher.publish({
      document: 'terms',
      effective: '2027-03-01',
      kind: 'control',
      material: false,
      changes: 'Acme takes over.',
    })
    const app = await publisher.startAt(posted + minute)
    await expect
      .poll(() => publisher.received())
      .toEqual(
        ['ann@example.com', 'bob@example.com', 'sue@example.com'].map(
          to => `${to}: This service changes hands`,
        ),
      )
    const posting = () => publisher.db.legalPosting.findFirst({ where: { version: '2027-03-01' } })
    await expect.poll(async () => (await posting())?.announcedAt).toBeTruthy()
    await expect
      .poll(async () =>
        (await (await fetch(`${app.url}/pricing`)).text()).includes('This service changes hands'),
      )
      .toBe(true)
    await publisher.startAt(posted + 2 * minute)
    expect(await publisher.received()).toHaveLength(3)
  } finally {
    await publisher.close()
  }
})
