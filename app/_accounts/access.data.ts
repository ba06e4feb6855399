import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { atLeast, type Role, type Viewer } from './viewer'

export type Attempt = {
  accountId: string | null
  /** What they were about to do, as the audit log calls it: `member.invite`. */
  action: string
  /** The id of what it would have been done to. */
  subject: string
}

/**
 * Refuses what a viewer may not do, and writes the attempt down (promise D2).
 * @throws AppError 'forbidden', always
 */
export async function refuse(
  viewer: Viewer,
  attempt: Attempt,
  message: string,
  clock: Clock = systemClock,
): Promise<never> {
  const { action, ...rest } = attempt
  await audit(db(), { ...rest, actorId: viewer.userId, action: `${action}.refused`, at: clock() })
  throw new AppError('forbidden', message)
}

const inWords: Record<Role, string> = {
  viewer: 'members',
  analyst: 'analysts, admins and owners',
  admin: 'admins and owners',
  owner: 'owners',
}

/**
 * The viewer's role in an account, when it is enough for what they are about to do.
 * @param attempt.subject the account itself unless given
 * @throws AppError 'unauthenticated' for nobody; 'not_found' for others' accounts exactly as for absent ones;
 *   'forbidden', written down, for a role that is not enough
 */
export async function roleIn(
  viewer: Viewer | null,
  accountId: string,
  attempt: { needs: Role; action: string; subject?: string },
  clock: Clock = systemClock,
): Promise<{ viewer: Viewer; role: Role }> {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  const membership = viewer.memberships.find(one => one.accountId === accountId)
  if (!membership) throw new AppError('not_found', 'There is no such account.')
  const { needs, action, subject = accountId } = attempt
  if (!atLeast(membership.role, needs))
    await refuse(
      viewer,
      { accountId, action, subject },
      `Only ${inWords[needs]} of the account may do this.`,
      clock,
    )
  return { viewer, role: membership.role }
}

/**
 * Lets only the operator's people through.
 * @throws AppError 'unauthenticated' for nobody, 'forbidden', written down, for everybody else
 */
export async function staffOnly(
  viewer: Viewer | null,
  attempt: { action: string; subject: string },
  clock: Clock = systemClock,
): Promise<Viewer> {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  if (!viewer.staff)
    await refuse(
      viewer,
      { accountId: null, ...attempt },
      'This is for the people who run this deployment.',
      clock,
    )
  return viewer
}
