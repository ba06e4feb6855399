import { z } from 'zod'
import { staffOnly } from '@/_accounts/access.data'
import type { Viewer } from '@/_accounts/viewer'
import { ownSite } from '@/_analytics/sites.data'
import { addressHash } from '@/_audience/address'
import { audit } from '@/_platform/audit.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { collectHeld } from './held.data'
import { measuredAs } from './measured'

/** What has to be said before anything is disclosed (promise D4). */
export const disclosureForm = z.object({
  email: z.string().trim().pipe(z.email('Write the address in full.')),
  authority: z.string().trim().min(3, 'Name the authority.').max(200, 'At most 200 characters.'),
  reason: z
    .string()
    .trim()
    .min(10, 'Give the reason: the order, its date, and what it asks for.')
    .max(2000, 'At most 2,000 characters.'),
})

/**
 * Everything held about one person, for an authority. The audit log keeps who gave it to whom and why, for good,
 * before anything is given; the transparency page counts it.
 * @throws AppError 'unauthenticated', or 'forbidden' for everybody but staff
 */
export async function disclosePerson(
  viewer: Viewer | null,
  given: z.infer<typeof disclosureForm>,
  clock: Clock,
): Promise<string> {
  const { email, authority, reason } = given
  const subject = addressHash(email)
  const who = await staffOnly(viewer, { action: 'disclosure.person', subject }, clock)
  const detail = { authority, reason }
  await audit(db(), {
    actorId: who.userId,
    accountId: null,
    action: 'disclosure.person',
    subject,
    detail,
    at: clock(),
  })
  const [tables, measured] = await Promise.all([collectHeld(email), measuredAs((await ownSite()).id, email)])
  return `${JSON.stringify({ authority, tables, visitsAndEvents: measured ?? null }, null, 2)}\n`
}
