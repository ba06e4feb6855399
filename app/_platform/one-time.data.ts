import { type Clock, systemClock } from './clock'
import { db } from './db'
import { AppError } from './errors'
import { newToken } from './ids'
import { tokenHash } from './secret'

/**
 * Makes a link's token that works once. Earlier ones of the same scope and subject stop working.
 * @param lasts milliseconds
 */
export async function issueOnce(
  given: { scope: string; subject: string; lasts: number },
  clock: Clock = systemClock,
): Promise<string> {
  const { scope, subject, lasts } = given
  const token = newToken()
  const now = clock()
  await db().$transaction([
    db().oneTimeToken.deleteMany({
      where: {
        OR: [
          { scope, subject },
          { scope, expiresAt: { lte: new Date(now) } },
        ],
      },
    }),
    db().oneTimeToken.create({
      data: {
        hash: tokenHash(token),
        scope,
        subject,
        expiresAt: new Date(now + lasts),
        createdAt: new Date(now),
      },
    }),
  ])
  return token
}

/** Whom or what a token that would work now is about, or null. Uses nothing up: link scanners open links. */
export async function subjectOf(
  scope: string,
  token: string,
  clock: Clock = systemClock,
): Promise<string | null> {
  const found = await db().oneTimeToken.findUnique({ where: { hash: tokenHash(token) } })
  const works = found?.scope === scope && !found.usedAt && found.expiresAt.getTime() > clock()
  return works ? found.subject : null
}

/** Whether the token would work now. Uses nothing up. */
export const isGood = async (scope: string, token: string, clock: Clock = systemClock): Promise<boolean> =>
  (await subjectOf(scope, token, clock)) !== null

/**
 * Uses the token up; of two that race, one gets it.
 * @returns its subject
 * @throws AppError 'gone' when it was used, has expired, or never was
 */
export async function redeem(scope: string, token: string, clock: Clock = systemClock): Promise<string> {
  const hash = tokenHash(token)
  const now = new Date(clock())
  const { count } = await db().oneTimeToken.updateMany({
    where: { hash, scope, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  const found = count === 1 && (await db().oneTimeToken.findUnique({ where: { hash } }))
  if (!found) throw new AppError('gone', 'This link has been used or has expired.')
  return found.subject
}
