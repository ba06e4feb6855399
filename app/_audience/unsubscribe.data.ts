import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { maskedAddress } from './address'
import { recordConsent } from './consents.data'
import { isSuppressed, suppress } from './suppressions.data'
import { askedFor, scopeInWords, topicScope, topicsOf } from './topics'
import { readUnsubscribeToken } from './unsubscribe-token'

/** What an unsubscription link is about. Nothing in it tells whoever a mail was passed on to the whole address. */
export type UnsubscribeLink = {
  /** Masked; undefined when nothing is known of the address any more. */
  address: string | undefined
  what: string
  done: boolean
  /** For how long it holds, when that is not for good. */
  until?: string
}

/** What an unsubscription link is about. Changes nothing. @param now Unix ms */
export async function readUnsubscribe(token: string, now: number): Promise<UnsubscribeLink> {
  const { toHash, scope } = readUnsubscribeToken(token, now)
  const scopes = refusedBy(scope)
  const [subscriber, message, refused] = await Promise.all([
    db().subscriber.findUnique({ where: { emailHash: toHash } }),
    db().outboxMessage.findFirst({ where: { toHash } }),
    db().suppression.count({ where: { toHash, scope: { in: scopes } } }),
  ])
  const email = subscriber?.email ?? message?.to
  return {
    address: email ? maskedAddress(email) : undefined,
    what: scopeInWords(scope),
    done: refused === scopes.length && (scope !== askedFor || (await isSuppressed(toHash, scope, now))),
    ...(scope === askedFor && { until: 'For 30 days none is sent, whoever types the address.' }),
  }
}

/**
 * Ends mail of the link's scope to the link's address, at once. The signed link is the whole proof: a mail program
 * presses without cookies or origin (RFC 8058).
 * @param by how it came, and from which IP address where a person's browser sent it
 * @throws AppError 'invalid' for a link that is none of ours
 */
export async function unsubscribe(
  token: string,
  by: { wording: string; address: string },
  clock: Clock,
): Promise<void> {
  const now = clock()
  const { toHash, scope } = readUnsubscribeToken(token, now)
  await db().$transaction(async tx => {
    for (const refused of refusedBy(scope)) await suppress(toHash, refused, 'unsubscribed', now, tx)
    const subscriber = await tx.subscriber.findUnique({ where: { emailHash: toHash } })
    if (!subscriber) return
    for (const topic of topicsOf(scope)) {
      const { count } = await tx.subscription.updateMany({
        where: { subscriberId: subscriber.id, topic, state: { not: 'left' } },
        data: { state: 'left', leftAt: new Date(now) },
      })
      if (count > 0)
        await recordConsent(tx, { subscriberId: subscriber.id, kind: 'left', subject: topic, ...by }, now)
    }
  })
}

/** What a press refuses: every topic that the mail had something of, or its own scope where it had none. */
function refusedBy(scope: string): string[] {
  const names = topicsOf(scope)
  return names.length > 0 ? names.map(topicScope) : [scope]
}
