import { beforeAll, describe, expect, it } from 'vitest'
import { createSite, siteFor, sitesOf } from '@/_analytics/sites.data'
import { audit } from '@/_platform/audit.data'
import type { Db } from '@/_platform/db'
import { useTestDb } from '../../e2e/testing/database'
import { refuse, roleIn, staffOnly } from './access.data'
import { addMember, createAccount } from './accounts.data'
import { auditOf, auditOfAll, auditPageSize } from './audit-log.data'
import { openSession, readSession } from './sessions.data'
import { atLeast, type Role, roles, type Viewer } from './viewer'

const clock = () => Date.UTC(2026, 10, 2)
let db: Db
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

async function member(accountId: string, role: Role, staff = false): Promise<{ id: string; viewer: Viewer }> {
  const email = `person${++people}@example.com`
  const id = `user_${people}`
  await db.user.create({ data: { id, email, name: 'A Person', staff, createdAt: new Date(clock()) } })
  await addMember({ accountId, userId: id, role }, clock)
  return { id, viewer: await signedIn(id) }
}

async function signedIn(userId: string): Promise<Viewer> {
  return (await readSession(await openSession({ userId, network: '', label: '' }, clock), clock))!
}

const account = (name: string) => createAccount({ name }, clock)
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )

describe('a role', () => {
  it.each(roles.flatMap(role => roles.map(needs => ({ role, needs }))))(
    '$role asks for what $needs may do',
    async ({ role, needs }) => {
      const { id } = await account('Roles')
      const { viewer, id: actorId } = await member(id, role)
      const answer = await codeOf(
        roleIn(viewer, id, { needs, action: 'thing.do', subject: 'thing_1' }, clock),
      )
      const written = await db.auditEntry.findMany({ where: { accountId: id } })
      const refusal = { actorId, action: 'thing.do.refused', subject: 'thing_1' }
      const allowed = atLeast(role, needs)
      expect(answer).toBe(allowed ? 'done' : 'forbidden')
      expect(written).toMatchObject(allowed ? [] : [refusal])
    },
  )

  it('is nothing in an account of others, which is as absent', async () => {
    const [ours, theirs] = [await account('Ours'), await account('Theirs')]
    const { viewer } = await member(ours.id, 'owner')
    const attempt = { needs: 'viewer', action: 'thing.do' } as const
    expect(await codeOf(roleIn(viewer, theirs.id, attempt, clock))).toBe('not_found')
    expect(await codeOf(roleIn(viewer, 'acc_absent', attempt, clock))).toBe('not_found')
    expect(await codeOf(roleIn(null, ours.id, attempt, clock))).toBe('unauthenticated')
  })
})

describe('a member who does not see every site', () => {
  it('sees those that are named, and none once the last of them is gone', async () => {
    const { id: accountId } = await account('Many')
    const [first, second] = await Promise.all(
      ['One', 'Two'].map(name => createSite({ accountId, name, url: 'https://x.example' }, clock)),
    )
    const { id } = await member(accountId, 'viewer')
    await db.member.update({
      where: { accountId_userId: { accountId, userId: id } },
      data: { allSites: false, sites: { create: { siteId: first!.site.id } } },
    })
    const viewer = await signedIn(id)
    expect((await sitesOf(viewer)).map(site => site.name)).toEqual(['One'])
    expect(await codeOf(siteFor(viewer, first!.site.id))).toBe('done')
    expect(await codeOf(siteFor(viewer, second!.site.id))).toBe('not_found')
    await db.site.delete({ where: { id: first!.site.id } })
    expect(await sitesOf(await signedIn(id))).toEqual([])
  })
})

describe('the audit log', () => {
  const note = (accountId: string, subject: string, at = clock()) =>
    audit(db, { actorId: null, accountId, action: 'thing.do', subject, at })

  it('takes no change and no deletion, not even with its account', async () => {
    const { id } = await account('Kept')
    await note(id, 'a')
    await expect(db.auditEntry.updateMany({ data: { action: 'nothing' } })).rejects.toThrow()
    await expect(db.auditEntry.deleteMany()).rejects.toThrow()
    await db.account.delete({ where: { id } })
    const kept = await db.auditEntry.findMany({ where: { accountId: id } })
    expect(kept.map(entry => entry.action)).toEqual(['thing.do'])
  })

  it('is read by the owner and by staff, and by nobody else', async () => {
    const [{ id }, other] = [await account('Read'), await account('Other')]
    await note(id, 'ours')
    await note(other.id, 'theirs')
    const owner = await member(id, 'owner')
    const [admin, stranger] = [await member(id, 'admin'), await member(other.id, 'owner')]
    const staff = await member(other.id, 'viewer', true)
    await expect(refuse(owner.viewer, { accountId: id, action: 'x', subject: 'y' }, 'No.')).rejects.toThrow()
    const { lines } = await auditOf(owner.viewer, id)
    expect(lines.map(line => [line.action, line.actor?.name])).toEqual([
      ['x.refused', 'A Person'],
      ['thing.do', undefined],
    ])
    expect((await auditOf(staff.viewer, id)).lines).toHaveLength(2)
    expect(await codeOf(auditOf(admin.viewer, id))).toBe('forbidden')
    expect(await codeOf(auditOf(stranger.viewer, id))).toBe('not_found')
    expect(await codeOf(auditOf(null, id))).toBe('unauthenticated')
    expect(await codeOf(auditOfAll(owner.viewer))).toBe('forbidden')
    expect(await codeOf(staffOnly(null, { action: 'x', subject: 'y' }))).toBe('unauthenticated')
    expect((await auditOfAll(staff.viewer)).lines.map(line => line.subject)).toContain('theirs')
  })

  it('is read page by page, none twice and none left out', async () => {
    const { id } = await account('Long')
    const owner = await member(id, 'owner')
    const wanted = Array.from({ length: auditPageSize * 2 }, (_, number) => `thing_${number}`)
    for (const [at, subject] of wanted.entries()) await note(id, subject, Math.floor(at / 7))
    const first = await auditOf(owner.viewer, id)
    const second = await auditOf(owner.viewer, id, first.next)
    expect(second.next).toBeUndefined()
    const read = [...first.lines, ...second.lines].map(line => line.subject)
    expect(new Set(read)).toEqual(new Set(wanted))
    expect(read).toHaveLength(wanted.length)
  })
})
