import type { EventStore } from '@/_analytics/store/event-store'
import { shared } from '@/_platform/shared'

/**
 * Everything a site recorded of whoever carries this address as a name, with all identities they are merged with.
 * @returns undefined where nothing was recorded
 */
export async function measuredAs(siteId: string, identity: string) {
  const store = shared<EventStore>('store')
  const { people } = await store.query(siteId, { report: 'named', text: identity })
  const found = people.find(({ identities }) => identities.includes(identity))
  if (!found) return undefined
  return store.query(siteId, { report: 'person', person: found.person, zone: 'UTC', whole: true })
}

/** Erases the same from segments, raw hits, dictionaries and the log. */
export const eraseMeasured = (siteId: string, identity: string) =>
  shared<EventStore>('store').erasePerson(siteId, identity)
