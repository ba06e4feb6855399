import { queueMany } from '@/_audience/outbox.data'
import { topicScope } from '@/_audience/topics'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { placeOf } from './audience'
import { planStep, settleBatches } from './broadcasts.data'
import { peopleSegments } from './people-segments'

/** Subscribers a transaction: others can write between two, and a kill loses at most the one at hand. */
const chunk = 1000

/**
 * Writes one message a reader into the outbox. Each piece and the place it ends at are one transaction, so that
 * after a kill at any point it goes on exactly where it was; a second run at the same time gets nothing in.
 */
export async function enqueueBroadcast(id: string, clock: Clock): Promise<void> {
  const now = clock()
  const started = await db().$transaction(async tx => {
    await tx.broadcast.updateMany({ where: { id, state: 'scheduled' }, data: { state: 'sending' } })
    const row = await tx.broadcast.findUnique({ where: { id } })
    if (row?.state !== 'sending' || row.enqueuedAt) return undefined
    await settleBatches(tx, row, now)
    return row
  })
  if (!started) return
  const only = started.segment ? await peopleSegments().identities(started.segment) : undefined
  while (await enqueuePiece(id, only, clock)) {}
}

/** @returns whether there may be more */
async function enqueuePiece(
  id: string,
  only: ReadonlySet<string> | undefined,
  clock: Clock,
): Promise<boolean> {
  const now = clock()
  const row = await db().broadcast.findUniqueOrThrow({ where: { id } })
  if (row.enqueuedAt || (row.state !== 'sending' && row.state !== 'paused')) return false
  const readers = await db().subscriber.findMany({
    where: { id: { gt: row.cursor }, subscriptions: { some: { topic: row.topic, state: 'confirmed' } } },
    select: { id: true, email: true, emailHash: true, frequency: true, zone: true },
    orderBy: { id: 'asc' },
    take: chunk,
  })
  const meant = only ? readers.filter(({ email }) => only.has(email)) : readers
  const scope = topicScope(row.topic as never)
  const mails = meant
    .filter(({ frequency }) => frequency === 'each')
    .map(reader => ({
      template: 'broadcast',
      to: reader.email,
      toHash: reader.emailHash,
      props: { broadcast: id },
      key: `broadcast:${id}:${reader.id}`,
      scope,
      ...placeOf(row, reader, now),
    }))
  const later = meant.filter(({ frequency }) => frequency !== 'each')
  const end = readers.length < chunk
  return db().$transaction(
    async tx => {
      const { count } = await tx.broadcast.updateMany({
        where: { id, cursor: row.cursor, enqueuedAt: null, state: { in: ['sending', 'paused'] } },
        data: end ? { enqueuedAt: new Date(now) } : { cursor: readers.at(-1)!.id },
      })
      if (count === 0) return true
      if (mails.length) await queueMany(tx, mails, now)
      if (later.length)
        await tx.digestItem.createMany({
          data: later.map(reader => ({ subscriberId: reader.id, broadcastId: id })),
        })
      if (end) await planStep(tx, id, now, now)
      return !end
    },
    { timeout: 20_000 },
  )
}
