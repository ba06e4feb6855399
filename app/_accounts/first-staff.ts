import { z } from 'zod'
import { type Clock, hour, systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { isGood, issueOnce, redeem } from '@/_platform/one-time.data'
import { brand } from '@/brand'
import { addMember, assertFree, createUser, hasStaff } from './accounts.data'
import { ensureOwnSite } from './operator'
import { emailAddress, newPassword } from './password-rule'
import { openSession } from './sessions.data'
import { networkHash } from './sign-in'

const scope = 'first-staff'
const lasts = 24 * hour

/**
 * The one-time link that makes the first staff account, for the server to print at its start; null when someone
 * of the operator's can sign in already. Each call makes the links before it useless.
 */
export async function firstStaffLink(clock: Clock = systemClock): Promise<string | null> {
  if (await hasStaff()) return null
  const token = await issueOnce({ scope, subject: 'deployment', lasts }, clock)
  return `${env.SITE_URL}/setup?token=${token}`
}

/** Whether the link's form would be taken now. Looking uses nothing up. */
export const firstStaffLinkWorks = async (token: string, clock: Clock = systemClock): Promise<boolean> =>
  (await isGood(scope, token, clock)) && !(await hasStaff())

export const firstStaff = z.object({
  name: z.string().trim().min(1, 'Write your name.').max(200, 'Use at most 200 characters.'),
  email: emailAddress,
  password: newPassword,
})

/**
 * Makes the first staff user, owner of the operator's account, and signs them in.
 * @returns the session's token
 * @throws AppError 'gone' for a link that was used, has expired or came too late; 'conflict' for a taken address
 */
export async function createFirstStaff(
  given: z.infer<typeof firstStaff> & { token: string; address: string; label: string },
  clock: Clock,
): Promise<string> {
  if (!(await firstStaffLinkWorks(given.token, clock)))
    throw new AppError('gone', 'This link has been used or has expired.')
  const { name, email, password } = given
  await assertFree(email)
  await redeem(scope, given.token, clock)
  const user = await createUser({ name, email, password, staff: true }, clock)
  const own = await ensureOwnSite({ operator: brand.operator.name, name: brand.name, url: env.SITE_URL })
  await addMember({ accountId: own.accountId, userId: user.id, role: 'owner' }, clock)
  return openSession({ userId: user.id, network: networkHash(given.address), label: given.label }, clock)
}
