import { hour, minute, second } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { newId } from '@/_platform/ids'
import { addressHash, normalAddress } from './address'
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
  await writer.outboxMessage.upsert({
    where: { key: mail.key },
    update: {},
    create: {
      id: newId('mail'),
      key: mail.key,
      template: mail.template,
      props: JSON.stringify(template.props.parse(mail.props)),
      to: normalAddress(mail.to),
      toHash: addressHash(mail.to),
      scope: template.scope(mail.props as never),
      sendAt: new Date(mail.sendAt ?? now),
      createdAt: new Date(now),
    },
  })
}

export type Claimed = Awaited<ReturnType<typeof claimDue>>

/** A claim older than this belonged to a process that died; the message's id keeps the repetition from doubling it. */
const claimLasts = 2 * minute

/** Takes the next due message for this process, or null. */
export async function claimDue(now: number) {
  const due = await db().outboxMessage.findFirst({
    where: {
      OR: [
        { state: 'waiting', sendAt: { lte: new Date(now) } },
        { state: 'sending', claimedAt: { lt: new Date(now - claimLasts) } },
      ],
    },
    orderBy: { sendAt: 'asc' },
  })
  if (!due) return null
  const { count } = await db().outboxMessage.updateMany({
    where: { id: due.id, state: due.state, attempts: due.attempts },
    data: { state: 'sending', claimedAt: new Date(now), attempts: { increment: 1 } },
  })
  return count === 1 ? due : null
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

/** A message that could not be handed on within 20 hours of its time is given up: providers forget ids after 24. */
const giveUpAfter = 20 * hour

/** 5 s, 10 s, 20 s … at most an hour. */
const backOff = (attempts: number): number => Math.min(5 * second * 2 ** attempts, hour)

/** Plans the next try, or gives the message up when `again` is false or its time is over. */
export async function markFailed(
  message: { id: string; attempts: number; createdAt: Date; sendAt: Date },
  failure: { error: string; again: boolean; wait?: number },
  now: number,
): Promise<void> {
  const over = now - message.createdAt.getTime() > giveUpAfter
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
