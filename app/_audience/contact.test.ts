import { beforeAll, beforeEach, expect, test } from 'vitest'
import { day, hour, second } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../e2e/testing/database'
import { contactMessage, spamReason } from './contact'
import { contactMessages, forgetOldMessages, markMessage, openForm, receiveMessage } from './contact.data'

const text = 'How do I import two years of events?'
const given = contactMessage.parse({ name: 'Ann', email: 'Ann@Example.com', desk: 'security', message: text })
const links = (count: number) => Array(count).fill('see https://example.com/x').join(' ')

test.each([
  ['a question', text, { trap: '', took: 60_000 }, undefined],
  ['a bug report with links', links(3), { trap: '', took: 60_000 }, undefined],
  ['a hidden field', text, { trap: 'x', took: 60_000 }, 'filled a hidden field'],
  ['haste', text, { trap: '', took: 2999 }, 'sent within three seconds'],
  ['links in markup', '<a href=x>buy</a>', { trap: '', took: 60_000 }, 'links in markup'],
  ['many links', links(5), { trap: '', took: 60_000 }, 'many links'],
  ['a pitch', `Backlinks and guest posts: ${links(1)}`, { trap: '', took: 60_000 }, 'an advertisement'],
])('spam is judged here: %s', (_what, message, sent, reason) => {
  expect(spamReason({ name: 'Ann', message }, sent)).toBe(reason)
})

let db: Db
const time = { now: Date.UTC(2026, 11, 1) }
const clock = () => time.now
const staff = { staff: true }
const send = (more: { trap?: string; address?: string; email?: string } = {}, waits = 10 * second) => {
  const opened = openForm(clock)
  time.now += waits
  const { trap = '', address = '192.0.2.7', email = given.email } = more
  return receiveMessage({ ...given, email }, { opened, trap, address }, clock)
}

beforeAll(async () => {
  db = (await useTestDb()).db
})
beforeEach(async () => {
  await db.contactMessage.deleteMany()
  await db.outboxMessage.deleteMany()
  await db.rateBucket.deleteMany()
})

test('a message is kept with no whole address, and mailed to its desk', async () => {
  await send()
  const [kept] = await contactMessages(staff, 'messages')
  expect(kept).toMatchObject({ email: 'ann@example.com', message: text, state: 'new', network: '192.0.2.0' })
  const [mail] = await db.outboxMessage.findMany()
  expect(mail).toMatchObject({ to: 'security@firsthand.example', template: 'contact-message' })
  await markMessage(staff, kept!.id, 'done')
  expect(await contactMessages(staff, 'messages')).toMatchObject([{ state: 'done' }])
})

test('spam is kept where staff can see it, and mailed to nobody', async () => {
  await send({ trap: 'https://spam.example' })
  expect(await contactMessages(staff, 'messages')).toEqual([])
  const [spam] = await contactMessages(staff, 'spam')
  expect(spam).toMatchObject({ reason: 'filled a hidden field' })
  expect(await db.outboxMessage.count()).toBe(0)
  await markMessage(staff, spam!.id, 'new')
  expect(await contactMessages(staff, 'messages')).toHaveLength(1)
})

test('a network that writes too often is asked to wait; an address that does reaches no desk', async () => {
  for (let count = 0; count < 5; count++) await send({ email: `a${count}@example.com` })
  await expect(send()).rejects.toThrow('Too many attempts')
  await db.outboxMessage.deleteMany()
  for (let count = 0; count < 4; count++) await send({ address: `198.51.100.${count}` }, 4 * second)
  expect(await db.outboxMessage.count()).toBe(3)
})

test('a form that was made up or open for a day is refused, and says what to do', async () => {
  await expect(send({}, 25 * hour)).rejects.toThrow('press the button once more')
  await expect(receiveMessage(given, { opened: 'x', trap: '', address: '' }, clock)).rejects.toThrow(
    'once more',
  )
})

test('only staff read and mark messages', async () => {
  for (const reader of [null, { staff: false }]) {
    await expect(contactMessages(reader, 'messages')).rejects.toThrow('Only staff')
    await expect(markMessage(reader, 'x', 'done')).rejects.toThrow('Only staff')
  }
  await expect(markMessage(staff, 'x', 'done')).rejects.toThrow('no such message')
})

test('a message is forgotten after a year', async () => {
  await send()
  await forgetOldMessages(time.now + 365 * day - second)
  expect(await db.contactMessage.count()).toBe(1)
  await forgetOldMessages(time.now + 365 * day)
  expect(await db.contactMessage.count()).toBe(0)
})
