import type { Viewer } from '@/_accounts/viewer'
import { shared } from '@/_platform/shared'
import { hiddenEvents } from '../library/library.data'
import { siteFor } from '../sites.data'
import type { EventStore } from '../store/event-store'
import type { Answer, Query } from './queries'

/**
 * Puts a report's question to one site of the viewer's. Events that its members have hidden are not in menus (the
 * list of events) nor in Live (kissmetrics.md, 5.5).
 * @throws AppError 'unauthenticated' or 'not_found' as siteFor does
 */
export async function ask<Q extends Query>(
  viewer: Viewer | null,
  siteId: string,
  query: Q,
): Promise<Answer<Q>> {
  const site = await siteFor(viewer, siteId)
  const store = shared<EventStore>('store')
  if (query.report !== 'live' && query.report !== 'events') return store.query(site.id, query)
  return store.query(site.id, { ...query, hidden: await hiddenEvents(site.id) })
}
