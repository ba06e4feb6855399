import type { Viewer } from '@/_accounts/viewer'
import { shared } from '@/_platform/shared'
import { siteFor } from '../sites.data'
import type { EventStore } from '../store/event-store'
import type { Answer, Query } from './queries'

/**
 * Puts a report's question to one site of the viewer's.
 * @throws AppError 'unauthenticated' or 'not_found' as siteFor does
 */
export async function ask<Q extends Query>(
  viewer: Viewer | null,
  siteId: string,
  query: Q,
): Promise<Answer<Q>> {
  const site = await siteFor(viewer, siteId)
  return shared<EventStore>('store').query(site.id, query)
}
