import { z } from 'zod'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, second, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { shared } from '@/_platform/shared'
import { siteBySecret, siteToChange } from './sites.data'
import type { EventStore } from './store/event-store'

const identity = z.string().min(1).max(255)
/** Two identities, in either order. */
export const mergedPair = z.object({ a: identity, b: identity })
export type MergedPair = z.infer<typeof mergedPair>

const action = 'merge.undo'

/**
 * Takes back that two identities are one person, in all reports and at once. What else joins them (a third identity
 * that both were merged with) joins them still. The audit log gets their person numbers.
 * @throws AppError as siteToChange; 'not_found' when these two were not merged with each other
 */
export async function undoMerge(
  viewer: Viewer | null,
  siteId: string,
  pair: MergedPair,
  clock: Clock = systemClock,
): Promise<void> {
  const { viewer: changer, site } = await siteToChange(viewer, siteId, action, clock)
  await undo(site, changer.userId, pair, clock)
}

/**
 * The same for a server that holds the site's secret.
 * @param authorization the Authorization header as it came
 * @throws AppError as siteBySecret; 'not_found' when these two were not merged with each other
 */
export async function undoMergeBySecret(
  authorization: string | null,
  siteId: string,
  pair: MergedPair,
  clock: Clock = systemClock,
): Promise<void> {
  await undo(await siteBySecret(authorization, siteId), null, pair, clock)
}

async function undo(
  site: { id: string; accountId: string },
  actorId: string | null,
  { a, b }: MergedPair,
  clock: Clock,
): Promise<void> {
  const at = clock()
  const undone = await shared<EventStore>('store').undoMerge(site.id, [a, b], Math.floor(at / second))
  if (!undone) throw new AppError('not_found', 'These two were not merged with each other.')
  await audit(db(), { actorId, accountId: site.accountId, action, subject: site.id, detail: undone, at })
}
