import { minute } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'

type Writer = Pick<Db, 'outboxBatch'>

/** `over`: nothing of it is sent any more. */
export type BatchState = 'open' | 'held' | 'over'

/**
 * Holds messages of the outbox together: while a batch is not open, none of its messages is sent.
 * @param batch.every the least time between two messages, ms
 */
export async function setBatch(
  writer: Writer,
  batch: { id: string; state: BatchState; every: number },
  now: number,
): Promise<void> {
  const { id, ...settings } = batch
  await writer.outboxBatch.upsert({
    where: { id },
    create: { id, ...settings, nextAt: new Date(now) },
    update: settings,
  })
}

export const openBatches = () =>
  db().outboxBatch.findMany({ where: { state: 'open' }, orderBy: { nextAt: 'asc' } })

/** After one of its messages was taken: when the next may be. What a busy minute held up is caught up on. */
export async function paceBatch(id: string, now: number): Promise<void> {
  const batch = await db().outboxBatch.findUnique({ where: { id } })
  if (!batch?.every) return
  const nextAt = new Date(Math.max(batch.nextAt.getTime(), now - minute) + batch.every)
  await db().outboxBatch.update({ where: { id }, data: { nextAt } })
}
