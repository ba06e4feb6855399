import { maskedAddress } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { issueOnce, redeem, subjectOf } from '@/_platform/one-time.data'
import { keyedHash, tokenHash } from '@/_platform/secret'
import { credentialsOf } from '../accounts.data'
import { newPassword } from '../password-rule'
import { hashPassword } from '../passwords'
import { knowsNetwork, openSession } from '../sessions.data'
import { networkHash } from '../sign-in'

/** What a mailed link is for, its page, and how long it works, in ms. */
const kinds = {
  'sign-in': { template: 'sign-in-link', path: '/signin/link', lasts: 15 * minute },
  reset: { template: 'password-reset', path: '/signin/reset', lasts: 30 * minute },
} as const

export type LinkKind = keyof typeof kinds

const scopeOf = (kind: LinkKind) => `mailed-link:${kind}`

const fromNetwork: Limit = { name: 'mailed link network', burst: 10, every: 2 * minute }
const fromPair: Limit = { name: 'mailed link pair', burst: 4, every: 10 * minute }
/** Only networks that the account was never used from: nobody can use up its owner's share. */
const toAddress: Limit = { name: 'mailed link address', burst: 4, every: 15 * minute }

type Caller = { address: string; label: string }

/**
 * Mails a link to an address. One without an account takes the same work and gets a message that says so, so neither
 * the answer nor its time tells which addresses have one. A newer link ends the one before.
 * @param email in lower case
 * @param address the caller's IP address
 * @throws AppError 'too_many', whether or not the address is known
 */
export async function askForLink(
  kind: LinkKind,
  email: string,
  address: string,
  clock: Clock,
): Promise<void> {
  const from = addressBlock(address)
  await takeOrRefuse(fromNetwork, from, clock)
  await takeOrRefuse(fromPair, `${email}\n${from}`, clock)
  const user = await credentialsOf(email)
  if (!(await knowsNetwork(user?.id ?? '', networkHash(address), clock)))
    await takeOrRefuse(toAddress, email, clock)
  const { template, path, lasts } = kinds[kind]
  const subject = user?.id ?? keyedHash('nobody', email)
  const token = await issueOnce({ scope: scopeOf(kind), subject, lasts }, clock)
  const shared = { to: email, key: `${kind}:${tokenHash(token)}` }
  const link = `${env.SITE_URL}${path}?token=${token}`
  if (user) {
    await queueMail(db(), { ...shared, template, props: { link, minutes: lasts / minute } }, clock())
  } else {
    const props = { signIn: `${env.SITE_URL}/signin` }
    await queueMail(db(), { ...shared, template: 'no-account', props }, clock())
  }
}

/** Whose link it is, masked, or null when it does nothing (any more). Looking uses nothing up. */
export async function linkOwner(kind: LinkKind, token: string, clock: Clock): Promise<string | null> {
  const id = await subjectOf(scopeOf(kind), token, clock)
  const user = id && (await db().user.findUnique({ where: { id }, select: { email: true } }))
  return user ? maskedAddress(user.email) : null
}

async function redeemed(kind: LinkKind, token: string, clock: Clock): Promise<{ id: string; email: string }> {
  const id = await redeem(scopeOf(kind), token, clock)
  const user = await db().user.findUnique({ where: { id }, select: { id: true, email: true } })
  if (!user) throw new AppError('gone', 'This link has been used or has expired.')
  return user
}

/**
 * Opens a session by a mailed link, which works once.
 * @returns the session's token
 * @throws AppError 'gone'
 */
export async function signInByLink(token: string, caller: Caller, clock: Clock): Promise<string> {
  const { id: userId } = await redeemed('sign-in', token, clock)
  return openSession({ userId, network: networkHash(caller.address), label: caller.label }, clock)
}

/**
 * Sets a new password by a mailed link, ends every session and every other mailed link of the user, and tells them
 * by mail. It signs nobody in.
 * @throws AppError 'invalid' for a password that is too short or common (the link still works then), 'gone'
 */
export async function resetPassword(token: string, password: string, clock: Clock): Promise<void> {
  const read = newPassword.safeParse(password)
  if (!read.success) throw new AppError('invalid', read.error.issues[0]!.message, 'newPassword')
  const passwordHash = await hashPassword(read.data)
  const { id, email } = await redeemed('reset', token, clock)
  const now = clock()
  await db().$transaction(async tx => {
    await tx.user.update({ where: { id }, data: { passwordHash } })
    await tx.session.updateMany({ where: { userId: id, endedAt: null }, data: { endedAt: new Date(now) } })
    await tx.oneTimeToken.deleteMany({ where: { subject: id, scope: { startsWith: 'mailed-link:' } } })
    const key = `password-changed:${id}:${now}`
    await queueMail(tx, { template: 'password-changed', to: email, props: { at: now }, key }, now)
    await audit(tx, { actorId: id, accountId: null, action: 'password.reset', subject: id, at: now })
  })
}
