import { roleIn } from '@/_accounts/access.data'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { shared } from '@/_platform/shared'
import { createSite } from '../sites.data'
import type { SampleWriter } from './sample-writer'

/** The address of every sample: a name that can never be anybody's. */
const sampleUrl = 'https://sample-shop.example'

/** The account's site of made-up visits, if it has one. */
export async function sampleOf(accountId: string): Promise<string | null> {
  const found = await db().site.findFirst({ where: { accountId, demo: true, url: sampleUrl } })
  return found?.id ?? null
}

/**
 * Makes a site of made-up visits in an account, so that every report can be seen before anything was installed.
 * It is a site of its own, with a file of its own: no invented figure ever stands among real ones, and removing
 * it leaves nothing behind. A second call finds the first one's.
 * @throws AppError as roleIn for less than an admin
 */
export async function makeSample(
  viewer: Viewer | null,
  accountId: string,
  clock: Clock = systemClock,
): Promise<string> {
  const { viewer: actor } = await roleIn(viewer, accountId, { needs: 'admin', action: 'sample.make' }, clock)
  const present = await sampleOf(accountId)
  if (present) return present
  const now = clock()
  const site = await db().$transaction(async tx => {
    const made = await createSite({ accountId, name: 'Sample shop', url: sampleUrl, demo: true }, clock, tx)
    const note = { actorId: actor.userId, accountId, action: 'sample.make', subject: made.site.id, at: now }
    await audit(tx, note)
    return made.site
  })
  await shared<SampleWriter>('sample writer')({ site: site.id, url: sampleUrl, now })
  return site.id
}
