import { beforeAll, describe, expect, it } from 'vitest'
import { createSite } from '@/_analytics/sites.data'
import { propsOf } from '@/_audience/outbox.data'
import { day } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../../e2e/testing/database'
import { addMember, createAccount } from '../accounts.data'
import { openSession, readSession } from '../sessions.data'
import { type Role, roles, type Viewer } from '../viewer'
import { invitationAt, invite, joinAsNew, joinAsSelf, takeBack } from './invitations.data'
import { changeMember, membersOf, removeMember } from './members.data'

let now = Date.UTC(2026, 10, 2)
const clock = () => now
let db: Db
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

const signedIn = async (userId: string): Promise<Viewer> =>
  (await readSession(await openSession({ userId, network: '', label: '' }, clock), clock))!

async function person(): Promise<string> {
  const id = `user_${++people}`
  const email = `${id}@example.com`
  await db.user.create({ data: { id, email, name: `Person ${people}`, createdAt: new Date(now) } })
  return id
}

/** An account with one member of each role, and two sites. */
async function company() {
  const { id } = await createAccount({ name: 'Company' }, clock)
  const users = {} as Record<Role, string>
  for (const role of roles) {
    users[role] = await person()
    await addMember({ accountId: id, userId: users[role], role }, clock)
  }
  const sites = []
  for (const name of ['One', 'Two'])
    sites.push((await createSite({ accountId: id, name, url: 'https://x.example' }, clock)).site.id)
  const memberOf = async (role: Role) =>
    (await db.member.findFirstOrThrow({ where: { accountId: id, userId: users[role] } })).id
  return { id, users, sites, memberOf, as: (role: Role) => signedIn(users[role]) }
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )

async function linkTo(email: string): Promise<string> {
  const mail = await db.outboxMessage.findFirstOrThrow({
    where: { to: email, template: 'invitation' },
    orderBy: { id: 'desc' },
  })
  const mails = await db.outboxMessage.findMany({ where: { to: email, template: 'invitation' } })
  const newest = mails.sort((one, other) => Number(other.createdAt) - Number(one.createdAt))[0] ?? mail
  return new URL((propsOf(newest) as { link: string }).link).searchParams.get('token')!
}

const caller = { address: '192.0.2.1', label: '' }
const fields = { name: 'New', password: 'several words of theirs', age: 'on', agreed: 'on' } as const

describe('an invitation', () => {
  it.each(roles)('of an analyst by %s is sent, or refused and written down', async role => {
    const { id, as } = await company()
    const asked = codeOf(
      invite(await as(role), id, { email: 'new@example.com', role: 'analyst', sites: null }, clock),
    )
    const allowed = role === 'admin' || role === 'owner'
    expect(await asked).toBe(allowed ? 'done' : 'forbidden')
    const actions = (await db.auditEntry.findMany({ where: { accountId: id } })).map(entry => entry.action)
    expect(actions).toEqual([allowed ? 'member.invite' : 'member.invite.refused'])
  })

  it('brings somebody new in, once, with the role and the sites it named', async () => {
    const { id, sites, as } = await company()
    const email = 'one-site@example.com'
    await invite(await as('admin'), id, { email, role: 'viewer', sites: [sites[0]!, 'site_others'] }, clock)
    const token = await linkTo(email)
    expect(await invitationAt(token, clock)).toMatchObject({
      account: 'Company',
      role: 'viewer',
      known: false,
    })
    const viewer = (await readSession(await joinAsNew(token, fields, caller, clock), clock))!
    expect(viewer.memberships).toEqual([{ accountId: id, role: 'viewer', sites: [sites[0]] }])
    expect(await db.legalAcceptance.count({ where: { userId: viewer.userId, how: 'invitation' } })).toBe(2)
    expect(await codeOf(joinAsNew(token, fields, caller, clock))).toBe('gone')
  })

  it('to an address with a user is for that user alone', async () => {
    const [{ id, as }, known, other] = [await company(), await person(), await person()]
    const email = `${known}@example.com`
    await invite(await as('owner'), id, { email, role: 'owner', sites: null }, clock)
    const token = await linkTo(email)
    expect(await codeOf(joinAsNew(token, fields, caller, clock))).toBe('conflict')
    expect(await codeOf(joinAsSelf(token, null, clock))).toBe('unauthenticated')
    expect(await codeOf(joinAsSelf(token, await signedIn(other), clock))).toBe('conflict')
    await joinAsSelf(token, await signedIn(known), clock)
    expect((await signedIn(known)).memberships).toEqual([{ accountId: id, role: 'owner' }])
  })

  it('ends after a week, when it is taken back, and when another replaces it', async () => {
    const { id, as } = await company()
    const owner = await as('owner')
    const ask = (email: string) => invite(owner, id, { email, role: 'viewer', sites: null }, clock)
    await ask('late@example.com')
    await ask('back@example.com')
    await ask('twice@example.com')
    const [late, back, first] = await Promise.all(
      ['late', 'back', 'twice'].map(name => linkTo(`${name}@example.com`)),
    )
    now += 1
    await ask('twice@example.com')
    const { id: invitation } = await db.invitation.findFirstOrThrow({ where: { email: 'back@example.com' } })
    const { id: elsewhere, as: stranger } = await company()
    expect(await codeOf(takeBack(await stranger('owner'), elsewhere, invitation, clock))).toBe('not_found')
    await takeBack(owner, id, invitation, clock)
    for (const token of [back!, first!]) expect(await invitationAt(token, clock)).toBeNull()
    now += 7 * day
    expect(await codeOf(joinAsNew(late!, fields, caller, clock))).toBe('gone')
  })

  it('makes no admin an owner, and nobody a member twice', async () => {
    const { id, users, as } = await company()
    const admin = await as('admin')
    const place = { role: 'owner', sites: null } as const
    expect(await codeOf(invite(admin, id, { email: 'x@example.com', ...place }, clock))).toBe('forbidden')
    const email = `${users.viewer}@example.com`
    expect(await codeOf(invite(admin, id, { email, role: 'viewer', sites: null }, clock))).toBe('conflict')
  })
})

describe('a member', () => {
  it('gets another role at once, and loses it with the place', async () => {
    const { id, sites, users, memberOf, as } = await company()
    const admin = await as('admin')
    await changeMember(admin, id, await memberOf('viewer'), { role: 'analyst', sites: [sites[1]!] }, clock)
    expect((await signedIn(users.viewer)).memberships).toEqual([
      { accountId: id, role: 'analyst', sites: [sites[1]] },
    ])
    await removeMember(admin, id, await memberOf('viewer'), clock)
    expect((await signedIn(users.viewer)).memberships).toEqual([])
    expect(await codeOf(membersOf(await signedIn(users.viewer), id))).toBe('not_found')
  })

  it.each(roles)('as %s may leave, and take others out only as admin or owner', async role => {
    const { id, memberOf, as } = await company()
    const target: Role = role === 'viewer' ? 'analyst' : 'viewer'
    const taken = await codeOf(removeMember(await as(role), id, await memberOf(target), clock))
    expect(taken).toBe(role === 'admin' || role === 'owner' ? 'done' : 'forbidden')
    expect(await codeOf(removeMember(await as(role), id, await memberOf(role), clock))).toBe(
      role === 'owner' ? 'conflict' : 'done',
    )
  })

  it('who is the last owner stays one, and no admin touches an owner', async () => {
    const { id, memberOf, as } = await company()
    const owner = await memberOf('owner')
    const down = { role: 'viewer', sites: null } as const
    expect(await codeOf(changeMember(await as('owner'), id, owner, down, clock))).toBe('conflict')
    expect(await codeOf(changeMember(await as('admin'), id, owner, down, clock))).toBe('forbidden')
    expect(await codeOf(removeMember(await as('admin'), id, owner, clock))).toBe('forbidden')
    const up = { role: 'owner', sites: null } as const
    expect(await codeOf(changeMember(await as('admin'), id, await memberOf('admin'), up, clock))).toBe(
      'forbidden',
    )
  })

  it('of another account is as absent', async () => {
    const [ours, theirs] = [await company(), await company()]
    const member = await theirs.memberOf('viewer')
    const down = { role: 'analyst', sites: null } as const
    expect(await codeOf(changeMember(await ours.as('owner'), ours.id, member, down, clock))).toBe('not_found')
    expect(await codeOf(removeMember(await ours.as('owner'), theirs.id, member, clock))).toBe('not_found')
  })
})
