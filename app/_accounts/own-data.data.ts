import { z } from 'zod'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { tokenHash } from '@/_platform/secret'
import { acceptancesOf } from '@/_privacy/acceptances.data'
import { roleIn } from './access.data'
import { assertAgain } from './again.data'
import { newPassword } from './password-rule'
import { hashPassword } from './passwords'
import { tearDownAccount } from './tear-down.data'
import type { Viewer } from './viewer'

const nobody = () => new AppError('unauthenticated', 'Sign in first.')

export const profileForm = z.object({
  name: z.string().trim().min(1, 'Write your name.').max(200, 'Use at most 200 characters.'),
  phone: z
    .string()
    .trim()
    .max(40, 'Use at most 40 characters.')
    .regex(/^[+\d ()./-]*$/, 'Write a phone number in digits, or leave it out.'),
})

/** What the viewer told about themselves. @throws AppError 'unauthenticated' */
export async function profileOf(viewer: Viewer | null) {
  if (!viewer) throw nobody()
  const contact = await db().contact.findUnique({ where: { userId: viewer.userId } })
  return { name: viewer.name, email: viewer.email, phone: contact?.phone ?? '' }
}

/** @throws AppError 'unauthenticated' */
export async function changeProfile(
  viewer: Viewer | null,
  given: z.infer<typeof profileForm>,
): Promise<void> {
  if (!viewer) throw nobody()
  const { userId } = viewer
  const { name, phone } = given
  await db().$transaction([
    db().user.update({ where: { id: userId }, data: { name } }),
    db().contact.upsert({ where: { userId }, create: { userId, phone }, update: { phone } }),
  ])
}

/**
 * Changes the viewer's password, ends every other session of theirs, and tells them by mail.
 * @param here the token of the session that asks: it goes on
 * @throws AppError 'invalid' for a wrong current password or a new one that is too short or common
 */
export async function changePassword(
  viewer: Viewer | null,
  here: string,
  given: { current: string; next: string },
  clock: Clock = systemClock,
): Promise<void> {
  if (!viewer) throw nobody()
  const read = newPassword.safeParse(given.next)
  if (!read.success) throw new AppError('invalid', read.error.issues[0]!.message, 'newPassword')
  await assertAgain(viewer, { password: given.current }, clock)
  const passwordHash = await hashPassword(read.data)
  const now = clock()
  const { userId, email } = viewer
  await db().$transaction(async tx => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await tx.session.updateMany({
      where: { userId, endedAt: null, hash: { not: tokenHash(here) } },
      data: { endedAt: new Date(now) },
    })
    const key = `password-changed:${userId}:${now}`
    await queueMail(tx, { template: 'password-changed', to: email, props: { at: now }, key }, now)
    await audit(tx, { actorId: userId, accountId: null, action: 'password.change', subject: userId, at: now })
  })
}

/** Everything that an account holds about the viewer and with them, as one object (promise U1). Times are ISO 8601. */
export async function exportOwn(viewer: Viewer | null): Promise<object> {
  if (!viewer) throw nobody()
  const { userId } = viewer
  const [user, contact, sessions, members, accepted, log] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      omit: { passwordHash: true },
    }),
    db().contact.findUnique({ where: { userId } }),
    db().session.findMany({ where: { userId }, omit: { hash: true, network: true } }),
    db().member.findMany({
      where: { userId },
      include: {
        sites: true,
        account: { include: { trial: true, sites: { omit: { secretSealed: true } } } },
      },
    }),
    acceptancesOf(viewer),
    db().auditEntry.findMany({ where: { actorId: userId }, orderBy: { at: 'asc' } }),
  ])
  return { user, contact, sessions, members, accepted, log }
}

/**
 * Deletes an account with its sites for good (see tearDownAccount for the order).
 * @throws AppError as roleIn for less than an owner; 'invalid' for another name or a wrong password
 */
export async function deleteAccount(
  viewer: Viewer | null,
  accountId: string,
  given: { typed: string; password: string },
  clock: Clock = systemClock,
): Promise<void> {
  const actor = await roleIn(viewer, accountId, { needs: 'owner', action: 'account.delete' }, clock)
  const account = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    include: { members: { where: { user: { staff: true } } } },
  })
  if (account.members.length > 0)
    throw new AppError('conflict', 'This is the account of whoever runs this deployment: it stays.', 'typed')
  if (given.typed.trim() !== account.name)
    throw new AppError('invalid', 'Write the name of the account as it stands above.', 'typed')
  await assertAgain(actor.viewer, given, clock)
  const note = { actorId: actor.viewer.userId, accountId, action: 'account.delete', subject: accountId }
  await audit(db(), { ...note, at: clock() })
  await tearDownAccount(accountId, clock())
}
