import { hour, minute, second } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { newId } from '@/_platform/ids'
import { seal, unseal } from '@/_platform/secret'
import { addressHash, normalAddress } from './address'
import { openBatches, paceBatch } from './batches.data'
import { type Props, type TemplateName, templates } from './templates/registry'

/** The client, or the transaction of the change that causes the message. */
export type Writer = Pick<Db, 'outboxMessage'>

export type Mail<T extends TemplateName> = {
  template: T
  to: string
  props: Props<T>
  /** What this message is about, e.g. `comment-approved:ID`: the same key is one message. */
  key: string
  /** Unix ms; now when not given. */
  sendAt?: number
}

const sealedAs = 'outbox'

/** What a row says to its template, which is kept sealed (promise S2). @throws Error for another deployment's row */
export const propsOf = ({ props }: { props: string }): unknown =>
  JSON.parse(props.startsWith('{') ? props : unseal(sealedAs, props))

/**
 * Queues one message. Call it with the transaction that makes the change: then the message goes out if and only if
 * the change was made.
 * @param now Unix ms
 */
export async function queueMail<T extends TemplateName>(
  writer: Writer,
  mail: Mail<T>,
  now: number,
): Promise<void> {
  const template = templates[mail.template]
  const props = template.props.parse(mail.props)
  const row = {
    ...rowOf({ ...mail, props, scope: template.scope(mail.props as never) }, now),
    // Links and codes that open something are among them.
    props: seal(sealedAs, JSON.stringify(props)),
  }
  await writer.outboxMessage.upsert({ where: { key: mail.key }, update: {}, create: row })
}

/** A message whose words are kept elsewhere and written by one of the outbox's writers. */
export type WrittenElsewhere = {
  template: string
  to: string
  /** The address's hash, where it is known. */
  toHash?: string
  props: object
  key: string
  scope: string
  sendAt?: number
  batch?: string
  variant?: string
}

/**
 * Queues many messages at once, each under a key that nothing else has. One statement, because Prisma's own takes
 * ten times as long.
 * @param now Unix ms
 */
export async function queueMany(
  writer: Pick<Db, '$executeRaw'>,
  mails: WrittenElsewhere[],
  now: number,
): Promise<void> {
  const rows = JSON.stringify(mails.map(mail => rowOf(mail, now)))
  await writer.$executeRaw`
    INSERT INTO "OutboxMessage"
      ("id", "template", "key", "scope", "batch", "variant", "props", "to", "toHash", "sendAt", "createdAt")
    SELECT value->>'id', value->>'template', value->>'key', value->>'scope', value->>'batch',
      coalesce(value->>'variant', ''), value->>'props', value->>'to', value->>'toHash',
      replace(value->>'sendAt', 'Z', '+00:00'), replace(value->>'createdAt', 'Z', '+00:00')
    FROM json_each(${rows})`
}

function rowOf(mail: WrittenElsewhere, now: number) {
  const { template, key, scope, batch, variant } = mail
  return {
    id: newId('mail'),
    ...{ template, key, scope, batch, variant },
    props: JSON.stringify(mail.props),
    to: normalAddress(mail.to),
    toHash: mail.toHash ?? addressHash(mail.to),
    sendAt: new Date(mail.sendAt ?? now),
    createdAt: new Date(now),
  }
}

export type Claimed = Awaited<ReturnType<typeof claimDue>>

/** A claim older than this belonged to a process that died; the message's id keeps the repetition from doubling it. */
const claimLasts = 2 * minute

/** Takes the next due message for this process, or null. What somebody waits for goes before any batch. */
export async function claimDue(now: number) {
  const due = await nextDue(now)
  if (!due) return null
  const { id, state, attempts, batch } = due
  const firstTriedAt = due.firstTriedAt ?? new Date(now)
  const { count } = await db().outboxMessage.updateMany({
    where: { id, state, attempts },
    data: { state: 'sending', claimedAt: new Date(now), firstTriedAt, attempts: { increment: 1 } },
  })
  if (count === 0) return null
  if (batch && state === 'waiting') await paceBatch(batch, now)
  return { ...due, firstTriedAt }
}

async function nextDue(now: number) {
  const due = { state: 'waiting', sendAt: { lte: new Date(now) } }
  const first = { orderBy: { sendAt: 'asc' } } as const
  const single = await db().outboxMessage.findFirst({ where: { ...due, batch: null }, ...first })
  if (single) return single
  const batches = await openBatches()
  const abandoned = await db().outboxMessage.findFirst({
    where: {
      state: 'sending',
      claimedAt: { lt: new Date(now - claimLasts) },
      OR: [{ batch: null }, { batch: { in: batches.map(({ id }) => id) } }],
    },
  })
  if (abandoned) return abandoned
  for (const { id, nextAt } of batches) {
    if (nextAt.getTime() > now) continue
    const found = await db().outboxMessage.findFirst({ where: { ...due, batch: id }, ...first })
    if (found) return found
  }
  return null
}

/** At the start of the one process that sends: whatever is claimed belonged to one that died. */
export async function releaseClaims(): Promise<void> {
  await db().outboxMessage.updateMany({ where: { state: 'sending' }, data: { claimedAt: new Date(0) } })
}

export async function markSent(id: string, providerId: string, now: number): Promise<void> {
  await db().outboxMessage.update({
    where: { id },
    data: { state: 'sent', sentAt: new Date(now), providerId, lastError: null },
  })
}

export async function markSuppressed(id: string): Promise<void> {
  await db().outboxMessage.update({ where: { id }, data: { state: 'suppressed' } })
}

/** A message that could not be handed on within 20 hours of its first try is given up: providers forget ids after 24. */
const giveUpAfter = 20 * hour

/** Whether it is too late to repeat a message without the danger of doubling it. @param now Unix ms */
export const isTooLate = (firstTriedAt: Date, now: number): boolean =>
  now - firstTriedAt.getTime() > giveUpAfter

/** 5 s, 10 s, 20 s … at most an hour. */
const backOff = (attempts: number): number => Math.min(5 * second * 2 ** attempts, hour)

/** Plans the next try, or gives the message up when `again` is false or its time is over. */
export async function markFailed(
  message: { id: string; attempts: number; firstTriedAt: Date },
  failure: { error: string; again: boolean; wait?: number },
  now: number,
): Promise<void> {
  const over = isTooLate(message.firstTriedAt, now)
  const next = new Date(now + (failure.wait ?? backOff(message.attempts)))
  await db().outboxMessage.update({
    where: { id: message.id },
    data: {
      lastError: failure.error,
      claimedAt: null,
      ...(failure.again && !over ? { state: 'waiting', sendAt: next } : { state: 'failed' }),
    },
  })
}
