import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'

export const outboxStates = ['waiting', 'sending', 'sent', 'suppressed', 'failed', 'cancelled'] as const

const perPage = 50

/** One page of the outbox in a state, and how many messages each state has. @throws AppError 'forbidden' */
export async function listOutbox(viewer: Viewer | null, state: string, page: number) {
  assertStaff(viewer)
  const where = state ? { state } : {}
  const [counts, rows] = await Promise.all([
    db().outboxMessage.groupBy({ by: ['state'], _count: true }),
    db().outboxMessage.findMany({
      where,
      select: {
        id: true,
        template: true,
        to: true,
        scope: true,
        state: true,
        attempts: true,
        sendAt: true,
        sentAt: true,
        lastError: true,
      },
      orderBy: { sendAt: 'desc' },
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ])
  const count = (of: string) => counts.find(one => one.state === of)?._count ?? 0
  const total = state ? count(state) : counts.reduce((all, { _count }) => all + _count, 0)
  return {
    counts: outboxStates.map(of => ({ state: of, count: count(of) })),
    pages: Math.max(1, Math.ceil(total / perPage)),
    rows: rows.map(({ sendAt, sentAt, ...row }) => ({
      ...row,
      sendAt: sendAt.getTime(),
      sentAt: sentAt?.getTime(),
    })),
  }
}

/** Tries a message again that was given up. @throws AppError 'conflict' when it was not */
export async function retryMessage(viewer: Viewer | null, id: string, clock: Clock): Promise<void> {
  assertStaff(viewer)
  const { count } = await db().outboxMessage.updateMany({
    where: { id, state: 'failed' },
    data: { state: 'waiting', sendAt: new Date(clock()), attempts: 0, firstTriedAt: null },
  })
  if (count === 0) throw new AppError('conflict', 'Only a message that was given up can be tried again.')
}

/** Gives a message up that waits. @throws AppError 'conflict' when it does not */
export async function giveUpMessage(viewer: Viewer | null, id: string): Promise<void> {
  assertStaff(viewer)
  const { count } = await db().outboxMessage.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'failed', lastError: 'Given up by staff.' },
  })
  if (count === 0) throw new AppError('conflict', 'Only a message that waits can be given up.')
}
