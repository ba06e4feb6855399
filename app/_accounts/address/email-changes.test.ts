import { beforeAll, expect, it } from 'vitest'
import { propsOf } from '@/_audience/outbox.data'
import { day } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../../e2e/testing/database'
import { createUser } from '../accounts.data'
import { openSession, readSession } from '../sessions.data'
import type { Viewer } from '../viewer'
import {
  askToChangeEmail,
  confirmEmailChange,
  emailChangeAt,
  type Side,
  stopEmailChange,
  waitingEmail,
} from './email-changes.data'

let now = Date.UTC(2026, 10, 24)
const clock = () => now
const password = 'several words of hers'
let db: Db
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

async function person() {
  const email = `ann${++people}@example.com`
  const { id: userId } = await createUser({ email, name: 'Ann', password }, clock)
  const open = () => openSession({ userId, network: '', label: '' }, clock)
  const here = await open()
  const viewer = (await readSession(here, clock)) as Viewer
  const next = `new${people}@example.org`
  const ask = (to = next, given = password) =>
    askToChangeEmail(viewer, here, { email: to, password: given }, clock)
  return { userId, email, next, open, here, viewer, ask }
}

async function link(to: string, side: Side): Promise<string> {
  const mails = await db.outboxMessage.findMany({ where: { to, template: 'email-change' } })
  const props = mails.map(mail => propsOf(mail) as Record<string, string>).findLast(one => one.side === side)
  return new URL(props!.link!).searchParams.get('token')!
}

const emailOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).email
const templatesTo = async (to: string) =>
  (await db.outboxMessage.findMany({ where: { to } })).map(mail => mail.template).sort()
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )

const orders: Side[][] = [
  ['old', 'new'],
  ['new', 'old'],
]

it.each(orders)('changes when both have agreed, %s first', async first => {
  const ann = await person()
  const other = await ann.open()
  await ann.ask(` ${ann.next.toUpperCase()}`)
  expect(await waitingEmail(ann.viewer, clock)).toBe(ann.next)
  const tokens = { old: await link(ann.email, 'old'), new: await link(ann.next, 'new') }
  const second = first === 'old' ? 'new' : 'old'
  for (let time = 0; time < 2; time++) expect(await confirmEmailChange(tokens[first], clock)).toBe(false)
  expect(await emailChangeAt(tokens[second], clock)).toMatchObject({ pressed: false, otherPressed: true })
  expect(await emailOf(ann.userId)).toBe(ann.email)
  expect(await readSession(other, clock)).not.toBeNull()
  expect(await confirmEmailChange(tokens[second], clock)).toBe(true)
  expect(await emailOf(ann.userId)).toBe(ann.next)
  expect(await readSession(other, clock)).toBeNull()
  expect(await readSession(ann.here, clock)).toMatchObject({ email: ann.next })
  for (const to of [ann.email, ann.next]) expect(await templatesTo(to)).toContain('email-changed')
  expect(await emailChangeAt(tokens.old, clock)).toBeNull()
  expect(await codeOf(confirmEmailChange(tokens.old, clock))).toBe('gone')
})

it('needs the password, another address, and somebody', async () => {
  const ann = await person()
  expect(await codeOf(ann.ask(ann.next, 'a wrong password'))).toBe('invalid')
  expect(await codeOf(ann.ask(ann.email))).toBe('invalid')
  expect(await codeOf(ann.ask('no address'))).toBe('invalid')
  const nobodys = { email: ann.next, password }
  expect(await codeOf(askToChangeEmail(null, '', nobodys, clock))).toBe('unauthenticated')
  expect(await templatesTo(ann.next)).toEqual([])
})

it('to an address that has an account changes nothing, and only that address is told', async () => {
  const [ann, bob] = [await person(), await person()]
  expect(await codeOf(ann.ask(bob.email))).toBe('done')
  expect(await templatesTo(bob.email)).toEqual(['email-taken'])
  expect(await confirmEmailChange(await link(ann.email, 'old'), clock)).toBe(false)
  expect(await emailOf(ann.userId)).toBe(ann.email)
})

it('stays undone when the new address got an account meanwhile', async () => {
  const ann = await person()
  await ann.ask()
  await createUser({ email: ann.next, name: 'Bob', password }, clock)
  await confirmEmailChange(await link(ann.email, 'old'), clock)
  expect(await codeOf(confirmEmailChange(await link(ann.next, 'new'), clock))).toBe('conflict')
  expect(await emailOf(ann.userId)).toBe(ann.email)
})

it('is stopped by either end, by asking again, and by time', async () => {
  const ann = await person()
  await ann.ask()
  const first = await link(ann.email, 'old')
  await stopEmailChange(await link(ann.next, 'new'), clock)
  expect(await codeOf(confirmEmailChange(first, clock))).toBe('gone')
  await ann.ask()
  const [old, fresh] = [await link(ann.email, 'old'), await link(ann.next, 'new')]
  await ann.ask(`more-${ann.next}`)
  expect(await codeOf(confirmEmailChange(fresh, clock))).toBe('gone')
  expect(await codeOf(confirmEmailChange(old, clock))).toBe('gone')
  const last = await link(ann.email, 'old')
  now += 2 * day
  expect(await codeOf(confirmEmailChange(last, clock))).toBe('gone')
  expect(await waitingEmail(ann.viewer, clock)).toBeNull()
})

it('a link that was made up opens nothing', async () => {
  expect(await codeOf(emailChangeAt('made-up', clock))).toBe('invalid')
  expect(await codeOf(stopEmailChange('made.up.x', clock))).toBe('invalid')
})
