import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import type { Topic } from '@/_audience/topics'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { batchesOf } from './broadcast'

export type Counts = { sent: number; opened: number; clicked: number }

export type Numbers = Counts & {
  /** Messages by what became of them in the outbox. */
  waiting: number
  suppressed: number
  failed: number
  cancelled: number
  /** As the provider told. */
  delivered: number
  bounced: number
  complained: number
  /** Readers who are told of it in their next digest. */
  inDigests: number
  /** Of a test's two subjects. */
  tested: { a: Counts; b: Counts }
  /** Readers who pressed each link, most pressed first. */
  links: { url: string; readers: number }[]
}

type Row = { variant: string; kind: string; n: bigint | number }

/** What became of a broadcast; people are counted once each. @throws AppError 'forbidden' to anyone but staff */
export async function numbersOf(viewer: Viewer | null, id: string): Promise<Numbers> {
  assertStaff(viewer)
  const { first, rest } = batchesOf(id)
  const [states, told, links, inDigests] = await Promise.all([
    db().$queryRaw<Row[]>`
      SELECT "variant", "state" AS "kind", count(*) AS "n" FROM "OutboxMessage"
      WHERE "batch" IN (${first}, ${rest}) GROUP BY 1, 2`,
    db().$queryRaw<Row[]>`
      SELECT "variant", "kind", count(*) AS "n" FROM (
        SELECT o."variant", o."id", t."kind" FROM "OutboxMessage" o
          JOIN "MailTouch" t ON t."messageId" = o."id" WHERE o."batch" IN (${first}, ${rest})
        UNION
        SELECT o."variant", o."id", e."kind" FROM "OutboxMessage" o
          JOIN "MailEvent" e ON e."providerId" = o."providerId" WHERE o."batch" IN (${first}, ${rest})
      ) GROUP BY 1, 2`,
    db().$queryRaw<{ url: string; n: bigint | number }[]>`
      SELECT t."url", count(*) AS "n" FROM "OutboxMessage" o JOIN "MailTouch" t ON t."messageId" = o."id"
      WHERE o."batch" IN (${first}, ${rest}) AND t."kind" = 'clicked' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50`,
    db().digestItem.count({ where: { broadcastId: id } }),
  ])
  const sum = (rows: Row[], kind: string, variant?: string) =>
    rows
      .filter(row => row.kind === kind && (variant === undefined || row.variant === variant))
      .reduce((all, { n }) => all + Number(n), 0)
  const counts = (variant?: string): Counts => ({
    sent: sum(states, 'sent', variant),
    opened: sum(told, 'opened', variant),
    clicked: sum(told, 'clicked', variant),
  })
  return {
    ...counts(),
    waiting: sum(states, 'waiting') + sum(states, 'sending'),
    suppressed: sum(states, 'suppressed'),
    failed: sum(states, 'failed'),
    cancelled: sum(states, 'cancelled'),
    delivered: sum(told, 'delivered'),
    bounced: sum(told, 'bounced'),
    complained: sum(told, 'complained'),
    inDigests,
    tested: { a: counts('a'), b: counts('b') },
    links: links.map(({ url, n }) => ({ url, readers: Number(n) })),
  }
}

/** How many readers a topic has now, by how they want it. @throws AppError 'forbidden' to anyone but staff */
export async function audienceOf(viewer: Viewer | null, topic: Topic, clock: Clock) {
  assertStaff(viewer)
  const readers = { subscriptions: { some: { topic, state: 'confirmed' } } }
  const [all, each, paused] = await Promise.all([
    db().subscriber.count({ where: readers }),
    db().subscriber.count({ where: { ...readers, frequency: 'each' } }),
    db().subscriber.count({ where: { ...readers, pausedUntil: { gt: new Date(clock()) } } }),
  ])
  return { each, inDigests: all - each, paused }
}
