import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { refuse, roleIn } from '../access.data'
import { assertWritable } from '../trial/trials.data'
import { atLeast, type Role, toRole, type Viewer } from '../viewer'

export type MemberView = {
  id: string
  userId: string
  name: string
  email: string
  role: Role
  /** The only sites that are open to them; absent where all are. */
  sites?: string[]
  /** Unix ms. */
  since: number
}

/** Who belongs to an account, owners first. For every member. @throws AppError as roleIn */
export async function membersOf(viewer: Viewer | null, accountId: string): Promise<MemberView[]> {
  await roleIn(viewer, accountId, { needs: 'viewer', action: 'member.list' })
  const rows = await db().member.findMany({
    where: { accountId },
    include: { user: { select: { name: true, email: true } }, sites: { select: { siteId: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return rows
    .map(({ id, userId, user, role, allSites, sites, createdAt }) => ({
      ...{ id, userId, ...user, role: toRole(role), since: createdAt.getTime() },
      ...(!allSites && { sites: sites.map(one => one.siteId) }),
    }))
    .sort((one, other) => Number(atLeast(other.role, one.role)) - Number(atLeast(one.role, other.role)))
}

export type Place = {
  role: Role
  /** The only sites that will be open to them; null for all. Owners and admins see all. */
  sites: string[] | null
}

/**
 * A place as it will be kept: owners and admins see every site, and no site of another account is named.
 * @throws AppError 'invalid'
 */
export async function placeIn(accountId: string, place: Place): Promise<Place> {
  const { role, sites } = place
  if (!sites || atLeast(role, 'admin')) return { role, sites: null }
  const own = await db().site.findMany({ where: { accountId, id: { in: sites } }, select: { id: true } })
  if (own.length === 0) throw new AppError('invalid', 'Choose at least one site, or all of them.', 'sites')
  return { role, sites: own.map(site => site.id) }
}

/**
 * Only an owner decides about owners; an admin about everybody else.
 * @throws AppError 'forbidden', written down
 */
export async function assertMayPlace(
  actor: { viewer: Viewer; role: Role },
  attempt: { accountId: string; action: string; subject: string },
  about: Role[],
  clock: Clock,
): Promise<void> {
  if (about.includes('owner') && actor.role !== 'owner')
    await refuse(actor.viewer, attempt, 'Only an owner decides who is an owner.', clock)
}

async function assertOwnerStays(tx: Pick<Db, 'member'>, accountId: string, memberId: string): Promise<void> {
  const others = await tx.member.count({ where: { accountId, role: 'owner', id: { not: memberId } } })
  if (others === 0)
    throw new AppError('conflict', 'An account needs an owner: make somebody else one first.', 'role')
}

async function memberIn(accountId: string, memberId: string) {
  const found = await db().member.findFirst({ where: { id: memberId, accountId } })
  if (!found) throw new AppError('not_found', 'There is no such member.')
  return found
}

/**
 * Gives a member another role or other sites, from their next request on.
 * @throws AppError as roleIn for less than an admin; 'conflict' for the last owner; as assertWritable
 */
export async function changeMember(
  viewer: Viewer | null,
  accountId: string,
  memberId: string,
  place: Place,
  clock: Clock = systemClock,
): Promise<void> {
  const attempt = { action: 'member.change', subject: memberId }
  const actor = await roleIn(viewer, accountId, { needs: 'admin', ...attempt }, clock)
  const before = await memberIn(accountId, memberId)
  await assertMayPlace(actor, { accountId, ...attempt }, [toRole(before.role), place.role], clock)
  await assertWritable(accountId, clock)
  const { role, sites } = await placeIn(accountId, place)
  await db().$transaction(async tx => {
    if (before.role === 'owner' && role !== 'owner') await assertOwnerStays(tx, accountId, memberId)
    await tx.memberSite.deleteMany({ where: { memberId } })
    await tx.member.update({
      where: { id: memberId },
      data: { role, allSites: !sites, sites: { create: (sites ?? []).map(siteId => ({ siteId })) } },
    })
    const note = { actorId: actor.viewer.userId, accountId, ...attempt }
    await audit(tx, { ...note, detail: { from: before.role, to: role, sites }, at: clock() })
  })
}

/**
 * Takes a member out of an account, at once. Everybody may leave by themselves.
 * @throws AppError as roleIn; 'conflict' for the last owner
 */
export async function removeMember(
  viewer: Viewer | null,
  accountId: string,
  memberId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const attempt = { action: 'member.remove', subject: memberId }
  const self =
    (await db().member.count({ where: { id: memberId, accountId, userId: viewer?.userId ?? '' } })) > 0
  const actor = await roleIn(viewer, accountId, { needs: self ? 'viewer' : 'admin', ...attempt }, clock)
  const before = await memberIn(accountId, memberId)
  if (!self) await assertMayPlace(actor, { accountId, ...attempt }, [toRole(before.role)], clock)
  await db().$transaction(async tx => {
    if (before.role === 'owner') await assertOwnerStays(tx, accountId, memberId)
    await tx.member.delete({ where: { id: memberId } })
    const note = { actorId: actor.viewer.userId, accountId, ...attempt }
    await audit(tx, { ...note, detail: { role: before.role, user: before.userId }, at: clock() })
  })
}
