import { beforeAll, expect, it } from 'vitest'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../e2e/testing/database'
import { addMember, createAccount, createUser } from './accounts.data'
import { changePassword, changeProfile, deleteAccount, exportOwn, profileOf } from './own-data.data'
import { endSessions, openSession, readSession, sessionsOf } from './sessions.data'
import type { Viewer } from './viewer'

const clock = () => Date.UTC(2026, 10, 2)
const password = 'several words of hers'
let db: Db
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

async function owner() {
  const account = await createAccount({ name: 'Halden Tea' }, clock)
  const { id: userId } = await createUser(
    { email: `ann${++people}@example.com`, name: 'Ann', password },
    clock,
  )
  await addMember({ accountId: account.id, userId, role: 'owner' }, clock)
  const open = () => openSession({ userId, network: '', label: 'Firefox on Linux' }, clock)
  const here = await open()
  return { account, open, here, viewer: (await readSession(here, clock)) as Viewer }
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )

it('a new password ends every other session and is told by mail; the old one has to be known', async () => {
  const { viewer, here, open } = await owner()
  const other = await open()
  const change = (current: string, next: string) => changePassword(viewer, here, { current, next }, clock)
  expect(await codeOf(change('a wrong password', 'another good one'))).toBe('invalid')
  expect(await codeOf(change(password, 'password123'))).toBe('invalid')
  expect(await readSession(other, clock)).not.toBeNull()
  await change(password, 'another good one')
  expect(await readSession(other, clock)).toBeNull()
  expect(await readSession(here, clock)).not.toBeNull()
  const mails = await db.outboxMessage.findMany({ where: { to: viewer.email } })
  expect(mails.map(mail => mail.template)).toEqual(['password-changed'])
})

it('sessions are listed, and ended one by one or all but this one', async () => {
  const [ann, bob] = [await owner(), await owner()]
  const [second] = [await ann.open(), await ann.open()]
  const list = await sessionsOf(ann.viewer, ann.here, clock)
  expect(list).toHaveLength(3)
  expect(list.filter(session => session.here)).toHaveLength(1)
  await endSessions(bob.viewer, list.find(session => !session.here)!.id, bob.here, clock)
  await endSessions(ann.viewer, '', ann.here, clock)
  expect(await sessionsOf(ann.viewer, ann.here, clock)).toHaveLength(3)
  await endSessions(ann.viewer, 'others', ann.here, clock)
  expect(await readSession(second!, clock)).toBeNull()
  expect((await sessionsOf(ann.viewer, ann.here, clock)).map(session => session.here)).toEqual([true])
})

it('what was told is seen, changed and exported, and no secret with it', async () => {
  const { viewer, here } = await owner()
  await changeProfile(viewer, { name: 'Ann Ito', phone: '+47 22 12 34 56' })
  const after = (await readSession(here, clock))!
  expect(await profileOf(after)).toEqual({ name: 'Ann Ito', email: viewer.email, phone: '+47 22 12 34 56' })
  const exported = JSON.stringify(await exportOwn(after))
  for (const part of ['Ann Ito', viewer.email, '+47 22 12 34 56', 'Halden Tea', 'Firefox on Linux'])
    expect(exported).toContain(part)
  expect(exported).not.toMatch(/argon2|passwordHash|secretSealed/)
})

it('an account is deleted by its owner, who writes its name and knows the password', async () => {
  const { viewer, account } = await owner()
  const remove = (typed: string, given: string, who: Viewer | null = viewer) =>
    deleteAccount(who, account.id, { typed, password: given }, clock)
  const admin = { ...viewer, memberships: [{ accountId: account.id, role: 'admin' as const }] }
  expect(await codeOf(remove('Halden Tea', password, null))).toBe('unauthenticated')
  expect(await codeOf(remove('Halden Tea', password, admin))).toBe('forbidden')
  expect(await codeOf(remove('Halden', password))).toBe('invalid')
  expect(await codeOf(remove('Halden Tea', 'a wrong password'))).toBe('invalid')
  await remove('Halden Tea', password)
  expect(await db.account.count({ where: { id: account.id } })).toBe(0)
  expect(await db.user.count({ where: { id: viewer.userId } })).toBe(0)
})
