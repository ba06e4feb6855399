import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { shared } from '@/_platform/shared'
import { siteToChange } from './sites.data'
import type { EventStore } from './store/event-store'

const action = 'person.erase'

/**
 * Erases a person of a site, under all identities they go by, for good. The audit log gets their number and how
 * many hits were taken out, and nothing that says who it was.
 * @param person any of their numbers
 * @returns how many raw hits were taken out
 * @throws AppError as siteToChange; 'not_found' for a number that nobody has; 'unavailable' as the store's
 */
export async function erasePerson(
  viewer: Viewer | null,
  siteId: string,
  person: number,
  clock: Clock = systemClock,
): Promise<number> {
  const { viewer: changer, site } = await siteToChange(viewer, siteId, action, clock)
  const store = shared<EventStore>('store')
  const found = await store.query(site.id, { report: 'person', person, zone: 'UTC', size: 1 })
  if (found.person === 0 || !found.name) throw new AppError('not_found', 'There is nobody of this number.')
  const { hits } = await store.erasePerson(site.id, found.name)
  const { userId: actorId } = changer
  const { accountId, id: subject } = site
  await audit(db(), {
    actorId,
    accountId,
    action,
    subject,
    detail: { person: found.person, hits },
    at: clock(),
  })
  return hits
}
