import { randomInt } from 'node:crypto'
import { createSite } from '@/_analytics/sites.data'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { newId, newToken } from '@/_platform/ids'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { keyedHash, tokenHash } from '@/_platform/secret'
import { acceptInForce } from '@/_privacy/acceptances.data'
import { hashPassword, passwordMatches } from '../passwords'
import { openSession } from '../sessions.data'
import { networkHash } from '../sign-in'
import type { SignUp } from './sign-up'
import { startTrial } from './trials.data'

/** How long a sign-up waits for its address to be confirmed. */
export const registrationLasts = 24 * hour

const fromNetwork: Limit = { name: 'trial network', burst: 10, every: 2 * minute }
const toAddress: Limit = { name: 'trial address', burst: 4, every: 15 * minute }
/** Passwords tried on one mailed link. */
const atLink: Limit = { name: 'trial link', burst: 5, every: minute }
const mostTries = 5

const wrongCode = 'This is not the code that we sent last.'
const codeHash = (code: string) => keyedHash('trial code', code)

/**
 * Keeps a sign-up until its address is confirmed, and mails a code and a link. A known address takes the same
 * work, gives the same answer, and gets a message that says so.
 * @param caller.address the caller's IP address
 * @returns the token for the browser that signed up
 * @throws AppError 'too_many', whether or not the address is known
 */
export async function beginTrial(given: SignUp, caller: { address: string }, clock: Clock): Promise<string> {
  await takeOrRefuse(fromNetwork, addressBlock(caller.address), clock)
  await takeOrRefuse(toAddress, given.email, clock)
  const now = clock()
  const { email, name, phone, siteName, siteUrl } = given
  const passwordHash = await hashPassword(given.password)
  const [browser, link] = [newToken(), newToken()]
  const code = `${randomInt(1_000_000)}`.padStart(6, '0')
  await db().$transaction(async tx => {
    const taken = (await tx.user.count({ where: { email } })) > 0
    const registration = {
      hash: tokenHash(browser),
      linkHash: tokenHash(link),
      codeHash: codeHash(code),
      ...{ email, name, phone, passwordHash, siteName, siteUrl, taken },
      createdAt: new Date(now),
      expiresAt: new Date(now + registrationLasts),
    }
    await tx.signUp.deleteMany({ where: { OR: [{ email }, { expiresAt: { lte: new Date(now) } }] } })
    await tx.signUp.create({ data: registration })
    const key = `trial:${registration.hash}`
    if (taken) {
      const props = { signIn: `${env.SITE_URL}/signin` }
      await queueMail(tx, { template: 'trial-known', to: email, props, key }, now)
    } else {
      const props = {
        name,
        link: `${env.SITE_URL}/trial/verify?token=${link}`,
        code: `${code.slice(0, 3)} ${code.slice(3)}`,
        hours: registrationLasts / hour,
      }
      await queueMail(tx, { template: 'trial-confirm', to: email, props, key }, now)
    }
  })
  return browser
}

/** The address that a browser signed up with, while it waits to be confirmed. */
export async function waitingAddress(browser: string, clock: Clock): Promise<string | null> {
  const found = await db().signUp.findUnique({ where: { hash: tokenHash(browser) } })
  return found && found.expiresAt.getTime() > clock() ? found.email : null
}

/** Whether a mailed link still opens something, and whether this browser is the one that signed up. */
export async function linkState(
  link: string,
  browser: string,
  clock: Clock,
): Promise<'gone' | 'same browser' | 'other browser'> {
  const found = await db().signUp.findUnique({ where: { linkHash: tokenHash(link) } })
  if (!found || found.taken || found.expiresAt.getTime() <= clock()) return 'gone'
  return found.hash === tokenHash(browser) ? 'same browser' : 'other browser'
}

export type Opened = { session: string; siteId: string }
type Caller = { address: string; label: string }

/**
 * Opens the account by the mailed code, in the browser that signed up. After five wrong codes the sign-up is over.
 * @throws AppError 'invalid' for a wrong code, 'gone' when there is nothing to confirm
 */
export async function verifyByCode(
  browser: string,
  code: string,
  caller: Caller,
  clock: Clock,
): Promise<Opened> {
  const hash = tokenHash(browser)
  const { count } = await db().signUp.updateMany({
    where: { hash, tries: { lt: mostTries }, expiresAt: { gt: new Date(clock()) } },
    data: { tries: { increment: 1 } },
  })
  const found = count === 1 && (await db().signUp.findUnique({ where: { hash } }))
  if (!found) throw new AppError('gone', 'This sign-up is over. Fill in the form again.')
  if (found.taken || found.codeHash !== codeHash(code.replace(/\D/g, '')))
    throw new AppError('invalid', wrongCode, 'code')
  return open(found.hash, caller, clock)
}

/**
 * Opens the account by the mailed link. Another browser than the one that signed up has to know the password, so
 * that nobody gets an account whose password a stranger chose by pressing a link.
 * @throws AppError 'invalid' for a wrong password, 'gone' when there is nothing to confirm
 */
export async function verifyByLink(
  given: { link: string; browser: string; password: string },
  caller: Caller,
  clock: Clock,
): Promise<Opened> {
  const state = await linkState(given.link, given.browser, clock)
  const found =
    state !== 'gone' && (await db().signUp.findUnique({ where: { linkHash: tokenHash(given.link) } }))
  if (!found) throw new AppError('gone', 'This link has been used or has expired. Sign up again.')
  if (state === 'other browser') {
    await takeOrRefuse(atLink, found.hash, clock)
    if (!(await passwordMatches(found.passwordHash, given.password)))
      throw new AppError('invalid', 'This is not the password of the sign-up.', 'password')
  }
  return open(found.hash, caller, clock)
}

async function open(hash: string, caller: Caller, clock: Clock): Promise<Opened> {
  const now = clock()
  const at = new Date(now)
  const [userId, accountId] = [newId('user'), newId('acc')]
  const siteId = await db().$transaction(async tx => {
    const found = await tx.signUp.findUnique({ where: { hash } })
    if (!found) throw new AppError('gone', 'This sign-up is over. Fill in the form again.')
    const { email, name, phone, passwordHash, siteName, siteUrl } = found
    if (await tx.user.count({ where: { email } }))
      throw new AppError('conflict', 'This address has an account by now. Sign in.')
    await tx.signUp.delete({ where: { hash } })
    await tx.user.create({
      data: {
        ...{ id: userId, email, name, passwordHash, emailVerified: at, createdAt: at },
        ...(phone && { contact: { create: { phone } } }),
      },
    })
    await tx.account.create({
      data: {
        ...{ id: accountId, name: siteName, createdAt: at },
        members: { create: { id: newId('mem'), userId, role: 'owner', createdAt: at } },
      },
    })
    const detail = await acceptInForce(tx, userId, 'trial', now)
    await audit(tx, {
      actorId: userId,
      accountId,
      action: 'account.open',
      subject: accountId,
      detail,
      at: now,
    })
    await startTrial(tx, accountId, now)
    const { site } = await createSite({ accountId, name: siteName, url: siteUrl }, clock, tx)
    return site.id
  })
  const { address, label } = caller
  const session = await openSession({ userId, network: networkHash(address), label }, clock)
  return { session, siteId }
}
