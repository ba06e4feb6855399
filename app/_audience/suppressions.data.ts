import { day } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { askedFor, topicScope, topicsOf } from './topics'

/** The scope that stops everything but mail strictly about the account. */
export const everything = '*'

/** Why an address gets nothing more. `erased`: its owner had all that we knew of it removed. */
export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained' | 'erased'

type Writer = Pick<Db, 'suppression'>

/**
 * How long a refusal holds against mail that somebody asked for by typing the address. A mailbox that was full or
 * gone is tried again after a day, so that its owner can come back; who pressed "stop" has 30 days of peace.
 */
const askedForAfter = { bounced: day, complained: 30 * day, unsubscribed: 30 * day, erased: 0 }

/**
 * Whether an address refused this scope, or everything. Mail strictly about the account is stopped by nothing but a
 * dead address ('bounced').
 * @param now Unix ms
 */
export async function isSuppressed(toHash: string, scope: string, now: number): Promise<boolean> {
  const scopes = [scope, everything, ...topicsOf(scope).map(topicScope)]
  const found = await db().suppression.findMany({ where: { toHash, scope: { in: scopes } } })
  if (scope === 'account') return found.some(one => one.reason === 'bounced')
  if (scope !== askedFor) return found.length > 0
  return found.some(one => {
    if (one.scope === everything && one.reason === 'unsubscribed') return false
    return one.at.getTime() + askedForAfter[one.reason as SuppressionReason] > now
  })
}

/** Keeps a refusal; a later one of the same scope counts from its own time. @param now Unix ms */
export async function suppress(
  toHash: string,
  scope: string,
  reason: SuppressionReason,
  now: number,
  writer: Writer = db(),
): Promise<void> {
  const row = { reason, at: new Date(now) }
  await writer.suppression.upsert({
    where: { toHash_scope: { toHash, scope } },
    create: { toHash, scope, ...row },
    update: row,
  })
}

/** Takes refusals back: call it only when the owner of the address said so. */
export async function lift(writer: Writer, toHash: string, scopes: string[]): Promise<void> {
  await writer.suppression.deleteMany({ where: { toHash, scope: { in: scopes } } })
}
