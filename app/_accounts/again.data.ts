import { type Clock, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { passwordMatches } from './passwords'
import type { Viewer } from './viewer'

/** Tried to confirm something, by one user. */
const confirmations: Limit = { name: 'password again', burst: 5, every: minute }

/** What is asked again before something that an open browser alone must not do. */
export type Again = { password: string }

/**
 * Makes sure that it is the viewer, and not just their browser.
 * @throws AppError 'invalid' for a wrong password, 'too_many'
 */
export async function assertAgain(viewer: Viewer, given: Again, clock: Clock): Promise<void> {
  await takeOrRefuse(confirmations, viewer.userId, clock)
  const user = await db().user.findUnique({ where: { id: viewer.userId }, select: { passwordHash: true } })
  if (!(await passwordMatches(user?.passwordHash, given.password)))
    throw new AppError('invalid', 'This is not your password.', 'password')
}
