import { z } from 'zod'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, day, hour, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { newId, newToken } from '@/_platform/ids'
import { takeOrRefuse } from '@/_platform/limits.data'
import { tokenHash } from '@/_platform/secret'
import { acceptInForce } from '@/_privacy/acceptances.data'
import { roleIn } from '../access.data'
import { emailAddress, newPassword } from '../password-rule'
import { hashPassword } from '../passwords'
import { openSession } from '../sessions.data'
import { networkHash } from '../sign-in'
import { assertWritable } from '../trial/trials.data'
import { roles, toRole, type Viewer } from '../viewer'
import { assertMayPlace, type Place, placeIn } from './members.data'

export const invitationLasts = 7 * day

/** So that no account becomes a way to write to strangers. */
const invitations = { name: 'invitations', burst: 20, every: hour / 10 }

export const invitationForm = z.object({
  email: emailAddress,
  role: z.enum(roles, 'Choose a role.'),
  sites: z.array(z.string()).nullable(),
})

export type InvitationView = { id: string; email: string; role: string; expiresAt: number; expired: boolean }

/** Who was asked and has not answered. For admins and owners. @throws AppError as roleIn */
export async function invitationsOf(
  viewer: Viewer | null,
  accountId: string,
  clock: Clock = systemClock,
): Promise<InvitationView[]> {
  await roleIn(viewer, accountId, { needs: 'admin', action: 'member.invitations' }, clock)
  const rows = await db().invitation.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, email, role, expiresAt }) => ({
    ...{ id, email, role, expiresAt: expiresAt.getTime() },
    expired: expiresAt.getTime() <= clock(),
  }))
}

/**
 * Asks somebody by mail to join an account. Asking again replaces the link before.
 * @throws AppError as roleIn for less than an admin; 'conflict' for who is a member already
 */
export async function invite(
  viewer: Viewer | null,
  accountId: string,
  given: z.infer<typeof invitationForm>,
  clock: Clock = systemClock,
): Promise<void> {
  const attempt = { action: 'member.invite', subject: accountId }
  const actor = await roleIn(viewer, accountId, { needs: 'admin', ...attempt }, clock)
  await assertMayPlace(actor, { accountId, ...attempt }, [given.role], clock)
  await assertWritable(accountId, clock)
  const { role, sites } = await placeIn(accountId, given)
  const { email } = given
  if (await db().member.count({ where: { accountId, user: { email } } }))
    throw new AppError('conflict', 'This address belongs to a member already.', 'email')
  await takeOrRefuse(invitations, accountId, clock)
  const now = clock()
  const token = newToken()
  await db().$transaction(async tx => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
    const data = {
      ...{ role, sites: JSON.stringify(sites), invitedBy: actor.viewer.userId, tokenHash: tokenHash(token) },
      createdAt: new Date(now),
      expiresAt: new Date(now + invitationLasts),
    }
    const { id } = await tx.invitation.upsert({
      where: { accountId_email: { accountId, email } },
      create: { id: newId('inv'), accountId, email, ...data },
      update: data,
    })
    const props = {
      account: account.name,
      by: actor.viewer.name || actor.viewer.email,
      role,
      link: `${env.SITE_URL}/invitation?token=${token}`,
      days: invitationLasts / day,
    }
    await queueMail(
      tx,
      { template: 'invitation', to: email, props, key: `invitation:${data.tokenHash}` },
      now,
    )
    const note = { actorId: actor.viewer.userId, accountId, action: attempt.action, subject: id }
    await audit(tx, { ...note, detail: { role, sites }, at: now })
  })
}

/** Takes an invitation back; its link is nothing then. @throws AppError as roleIn */
export async function takeBack(
  viewer: Viewer | null,
  accountId: string,
  invitationId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const attempt = { action: 'member.uninvite', subject: invitationId }
  const actor = await roleIn(viewer, accountId, { needs: 'admin', ...attempt }, clock)
  await db().$transaction(async tx => {
    const { count } = await tx.invitation.deleteMany({ where: { id: invitationId, accountId } })
    if (count === 0) throw new AppError('not_found', 'There is no such invitation.')
    await audit(tx, { actorId: actor.viewer.userId, accountId, ...attempt, at: clock() })
  })
}

export type Invited = { account: string; email: string; role: string; known: boolean }

/** What a mailed link invites to; null when it does nothing (any more). Looking uses nothing up. */
export async function invitationAt(token: string, clock: Clock = systemClock): Promise<Invited | null> {
  const found = await pending(token, clock)
  if (!found) return null
  const known = (await db().user.count({ where: { email: found.email } })) > 0
  return { account: found.account.name, email: found.email, role: found.role, known }
}

const pending = (token: string, clock: Clock) =>
  db().invitation.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date(clock()) } },
    include: { account: true },
  })

const gone = () =>
  new AppError('gone', 'This invitation was used, taken back, or is older than a week.', 'name')

/** What somebody new says about themselves when they join. */
export const joining = z.object({
  name: z.string().trim().min(1, 'Write your name.').max(200, 'Use at most 200 characters.'),
  password: newPassword,
  age: z.literal('on', 'You can join when you are 13 or older.'),
  agreed: z.literal('on', 'An account needs your agreement to the terms.'),
})

/**
 * Joins as somebody new: the link proves the address.
 * @returns the session's token
 * @throws AppError 'gone'; 'conflict' when the address has a user by now
 */
export async function joinAsNew(
  token: string,
  given: z.infer<typeof joining>,
  caller: { address: string; label: string },
  clock: Clock,
): Promise<string> {
  const passwordHash = await hashPassword(given.password)
  const now = clock()
  const userId = newId('user')
  await db().$transaction(async tx => {
    const found = await tx.invitation.findFirst({
      where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date(now) } },
    })
    if (!found) throw gone()
    if (await tx.user.count({ where: { email: found.email } }))
      throw new AppError(
        'conflict',
        'This address has an account by now. Sign in, then open the link again.',
        'name',
      )
    const at = new Date(now)
    const { email } = found
    await tx.user.create({
      data: { id: userId, email, name: given.name, passwordHash, emailVerified: at, createdAt: at },
    })
    await acceptInForce(tx, userId, 'invitation', now)
    await enter(tx, found, userId, now)
  })
  return openSession({ userId, network: networkHash(caller.address), label: caller.label }, clock)
}

/**
 * Joins as the person who is signed in, when the invitation is to their address.
 * @throws AppError 'gone', 'unauthenticated', or 'conflict' for an invitation to another address
 */
export async function joinAsSelf(token: string, viewer: Viewer | null, clock: Clock): Promise<void> {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  const now = clock()
  await db().$transaction(async tx => {
    const found = await tx.invitation.findFirst({
      where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date(now) } },
    })
    if (!found) throw gone()
    if (found.email !== viewer.email)
      throw new AppError(
        'conflict',
        'The invitation is to another address than the one you are signed in with.',
        'name',
      )
    await enter(tx, found, viewer.userId, now)
  })
}

type Tx = Parameters<Parameters<ReturnType<typeof db>['$transaction']>[0]>[0]

async function enter(
  tx: Tx,
  found: { id: string; accountId: string; role: string; sites: string },
  userId: string,
  now: number,
): Promise<void> {
  const { id, accountId } = found
  const place: Place = { role: toRole(found.role), sites: JSON.parse(found.sites) }
  await tx.invitation.delete({ where: { id } })
  if (await tx.member.count({ where: { accountId, userId } })) return
  // A site may have been deleted since.
  const sites = await tx.site.findMany({
    where: { accountId, id: { in: place.sites ?? [] } },
    select: { id: true },
  })
  const memberId = newId('mem')
  await tx.member.create({
    data: {
      ...{ id: memberId, accountId, userId, role: place.role, createdAt: new Date(now) },
      allSites: place.sites === null,
      sites: { create: sites.map(site => ({ siteId: site.id })) },
    },
  })
  const note = { actorId: userId, accountId, action: 'member.join', subject: memberId }
  await audit(tx, { ...note, detail: { role: place.role }, at: now })
}
