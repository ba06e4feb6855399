import { maskedAddress } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, day, hour } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { sign, tokenHash, verify } from '@/_platform/secret'
import { assertFree } from '../accounts.data'
import { type Again, assertAgain } from '../again.data'
import { emailAddress } from '../password-rule'
import type { Viewer } from '../viewer'

/** How long both ends have to confirm. */
const changeLasts = 2 * day

const byUser: Limit = { name: 'email change', burst: 3, every: hour }

const purpose = 'email change'

export type Side = 'old' | 'new'

const confirmations = { old: 'oldConfirmedAt', new: 'newConfirmedAt' } as const

/**
 * Begins to change the address that the viewer signs in with: a link goes to both, and nothing changes before both
 * were pressed. The answer does not tell whether the new address has an account; a message to it does.
 * @param here the token of the session that asks: it goes on when the others end
 * @throws AppError 'invalid' for no address, the present one or a wrong password; 'too_many'
 */
export async function askToChangeEmail(
  viewer: Viewer | null,
  here: string,
  given: Again & { email: string },
  clock: Clock,
): Promise<void> {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  const read = emailAddress.safeParse(given.email)
  if (!read.success) throw new AppError('invalid', read.error.issues[0]!.message, 'email')
  const to = read.data
  if (to === viewer.email) throw new AppError('invalid', 'That is the address as it is.', 'email')
  await assertAgain(viewer, given, clock)
  const { userId, email: from } = viewer
  await takeOrRefuse(byUser, userId, clock)
  const now = clock()
  const [id, until] = [newId('change'), now + changeLasts]
  await db().$transaction(async tx => {
    await tx.emailChange.deleteMany({ where: { OR: [{ userId }, { expiresAt: { lte: new Date(now) } }] } })
    await tx.emailChange.create({
      data: {
        ...{ id, userId, email: to, sessionHash: tokenHash(here) },
        createdAt: new Date(now),
        expiresAt: new Date(until),
      },
    })
    const taken = (await tx.user.count({ where: { email: to } })) > 0
    for (const side of ['old', 'new'] as const) {
      const shared = { to: side === 'old' ? from : to, key: `${id}:${side}` }
      if (side === 'new' && taken) {
        const props = { signIn: `${env.SITE_URL}/signin` }
        await queueMail(tx, { ...shared, template: 'email-taken', props }, now)
        continue
      }
      const token = sign(purpose, JSON.stringify([id, side]), until)
      const props = {
        ...{ side, from: maskedAddress(from), to: maskedAddress(to), days: changeLasts / day },
        link: `${env.SITE_URL}/signin/address?token=${token}`,
      }
      await queueMail(tx, { ...shared, template: 'email-change', props }, now)
    }
    await audit(tx, { actorId: userId, accountId: null, action: 'email.ask', subject: userId, at: now })
  })
}

/** @throws AppError 'invalid' or 'gone' as verify() */
function readLink(token: string, now: number): { id: string; side: Side } {
  const [id, side] = JSON.parse(verify(purpose, token, now)) as [string, Side]
  return { id, side }
}

export type ChangeState = { from: string; to: string; side: Side; pressed: boolean; otherPressed: boolean }

/** What a mailed link is about, masked; null once it is done or was stopped. Changes nothing: scanners open links. */
export async function emailChangeAt(token: string, clock: Clock): Promise<ChangeState | null> {
  const { id, side } = readLink(token, clock())
  const change = await db().emailChange.findUnique({ where: { id }, include: { user: true } })
  if (!change) return null
  return {
    from: maskedAddress(change.user.email),
    to: maskedAddress(change.email),
    side,
    pressed: change[confirmations[side]] !== null,
    otherPressed: change[confirmations[side === 'old' ? 'new' : 'old']] !== null,
  }
}

/** The address that waits to become the viewer's, or null. */
export async function waitingEmail(viewer: Viewer, clock: Clock): Promise<string | null> {
  const change = await db().emailChange.findUnique({ where: { userId: viewer.userId } })
  return change && change.expiresAt.getTime() > clock() ? change.email : null
}

/**
 * One end's yes. The second one changes the address, tells both, and ends every session but the one that asked, and
 * every link that was mailed to the old address.
 * @returns whether the address was changed by it
 * @throws AppError 'gone' for a change that is done, was stopped or has expired; 'conflict' when the new address got
 *   an account meanwhile
 */
export async function confirmEmailChange(token: string, clock: Clock): Promise<boolean> {
  const now = clock()
  const { id, side } = readLink(token, now)
  return db().$transaction(async tx => {
    const confirmed = { [confirmations[side]]: new Date(now) }
    const { count } = await tx.emailChange.updateMany({ where: { id }, data: confirmed })
    if (count === 0) throw new AppError('gone', 'This change is done already, or was stopped.')
    const change = await tx.emailChange.findUniqueOrThrow({ where: { id }, include: { user: true } })
    if (!change.oldConfirmedAt || !change.newConfirmedAt) return false
    const { userId, user, email, sessionHash } = change
    await assertFree(email, tx)
    await tx.user.update({ where: { id: userId }, data: { email, emailVerified: new Date(now) } })
    await tx.emailChange.delete({ where: { id } })
    await tx.session.updateMany({
      where: { userId, endedAt: null, hash: { not: sessionHash } },
      data: { endedAt: new Date(now) },
    })
    await tx.oneTimeToken.deleteMany({ where: { subject: userId, scope: { startsWith: 'mailed-link:' } } })
    const props = { from: maskedAddress(user.email), to: maskedAddress(email), at: now }
    for (const to of [user.email, email])
      await queueMail(tx, { template: 'email-changed', to, props, key: `${id}:done:${to}` }, now)
    await audit(tx, { actorId: userId, accountId: null, action: 'email.change', subject: userId, at: now })
    return true
  })
}

/** One end's no: nothing changes, and both links are nothing. @throws AppError as readLink */
export async function stopEmailChange(token: string, clock: Clock): Promise<void> {
  const { id } = readLink(token, clock())
  await db().emailChange.deleteMany({ where: { id } })
}
