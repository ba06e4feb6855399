import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { propsOf } from '@/_audience/outbox.data'
import { hour, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { useTestDb } from '../../../e2e/testing/database'
import { createUser } from '../accounts.data'
import { readSession } from '../sessions.data'
import { signIn } from '../sign-in'
import { askForLink, type LinkKind, linkOwner, resetPassword, signInByLink } from './mailed-links.data'

let now = Date.UTC(2026, 10, 24)
const clock = () => now
const password = 'several words of hers'
const caller = { address: '192.0.2.1', label: 'Firefox on Linux' }
let db: Db
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

beforeEach(() => {
  now += 24 * hour
})

async function person(more: { demo?: boolean } = {}) {
  const email = `ann${++people}@example.com`
  const { id } = await createUser({ email, name: 'Ann', password, ...more }, clock)
  return { id, email }
}

const ask = (kind: LinkKind, email: string, address = `192.0.2.${100 + people}`) =>
  askForLink(kind, email, address, clock)

const mailsTo = (to: string) => db.outboxMessage.findMany({ where: { to }, orderBy: { id: 'asc' } })

async function tokenFor(kind: LinkKind, email: string): Promise<string> {
  await ask(kind, email)
  const [mail] = await db.outboxMessage.findMany({
    where: { to: email, key: { startsWith: `${kind}:` } },
    orderBy: { createdAt: 'desc' },
    take: 1,
  })
  now += 1
  return new URL((propsOf(mail!) as { link: string }).link).searchParams.get('token')!
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )

it('a mailed link signs in once, and looking at it uses nothing up', async () => {
  const { id, email } = await person()
  const token = await tokenFor('sign-in', email)
  expect(await linkOwner('sign-in', token, clock)).toBe('a•••@example.com')
  expect(await linkOwner('sign-in', token, clock)).toBe('a•••@example.com')
  expect(await readSession(await signInByLink(token, caller, clock), clock)).toMatchObject({ userId: id })
  expect(await codeOf(signInByLink(token, caller, clock))).toBe('gone')
  expect(await linkOwner('sign-in', token, clock)).toBeNull()
})

it('a link ends with its time, with a newer one, and with its user', async () => {
  const { id, email } = await person()
  const [first, second] = [await tokenFor('sign-in', email), await tokenFor('sign-in', email)]
  expect(await codeOf(signInByLink(first, caller, clock))).toBe('gone')
  expect(await linkOwner('sign-in', second, clock)).not.toBeNull()
  now += 15 * minute
  expect(await linkOwner('sign-in', second, clock)).toBeNull()
  expect(await codeOf(signInByLink(second, caller, clock))).toBe('gone')
  const third = await tokenFor('sign-in', email)
  await db.user.delete({ where: { id } })
  expect(await codeOf(signInByLink(third, caller, clock))).toBe('gone')
})

it('a link for one thing does not do the other', async () => {
  const { email } = await person()
  expect(await codeOf(signInByLink(await tokenFor('reset', email), caller, clock))).toBe('gone')
  expect(await codeOf(resetPassword(await tokenFor('sign-in', email), 'another good one', clock))).toBe(
    'gone',
  )
})

it('a reset sets the password, ends every session and link, and is told by mail', async () => {
  const { email } = await person()
  const attempt = { email, ...caller }
  const session = await signIn({ ...attempt, password }, clock)
  const entry = await tokenFor('sign-in', email)
  const token = await tokenFor('reset', email)
  expect(await codeOf(resetPassword(token, 'password123', clock))).toBe('invalid')
  expect(await readSession(session, clock)).not.toBeNull()
  await resetPassword(token, 'another good one', clock)
  expect(await readSession(session, clock)).toBeNull()
  expect(await codeOf(signInByLink(entry, caller, clock))).toBe('gone')
  expect(await codeOf(resetPassword(token, 'a third good one', clock))).toBe('gone')
  expect(await codeOf(signIn({ ...attempt, password }, clock))).toBe('unauthenticated')
  expect(await codeOf(signIn({ ...attempt, password: 'another good one' }, clock))).toBe('done')
  expect((await mailsTo(email)).map(mail => mail.template)).toContain('password-changed')
})

it('an address without an account is answered alike: a message, a row and nothing that opens', async () => {
  const { email } = await person()
  const tokens = () => db.oneTimeToken.count({ where: { createdAt: new Date(now) } })
  expect(await codeOf(ask('reset', email))).toBe('done')
  expect(await tokens()).toBe(1)
  expect(await codeOf(ask('reset', 'nobody@example.com'))).toBe('done')
  expect(await tokens()).toBe(2)
  const [mail] = await mailsTo('nobody@example.com')
  expect(mail).toMatchObject({ template: 'no-account' })
  expect(JSON.stringify(propsOf(mail!))).not.toContain('token')
})

it('asking too often waits, known or not, and nobody can use up the share of who signed in before', async () => {
  const { email } = await person()
  await signIn({ email, password, ...caller }, clock)
  for (const to of [email, 'stranger@example.com']) {
    for (let net = 0; net < 4; net++) expect(await codeOf(ask('reset', to, `198.51.100.${net}`))).toBe('done')
    expect(await codeOf(ask('reset', to, '203.0.113.7'))).toBe('too_many')
  }
  expect(await codeOf(ask('reset', email, caller.address))).toBe('done')
})

it('keeps no token, and knows nobody of the demo data while DEMO=off', async () => {
  const { email } = await person({ demo: true })
  const token = await tokenFor('reset', email)
  expect(JSON.stringify(await db.oneTimeToken.findMany())).not.toContain(token)
  vi.spyOn(env, 'DEMO', 'get').mockReturnValue('off')
  try {
    now += 1
    await ask('reset', email)
  } finally {
    vi.restoreAllMocks()
  }
  expect((await mailsTo(email)).map(mail => mail.template)).toContain('no-account')
})
