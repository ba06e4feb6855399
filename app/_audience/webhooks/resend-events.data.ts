import { z } from 'zod'
import { type Clock, day } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { addressHash } from '../address'
import { everything, suppress } from '../suppressions.data'

/** How long what became of a message is kept. */
export const eventsLast = 90 * day

/** So many soft bounces without a delivery between them, and the address counts as dead. */
const mostSoftBounces = 5

const kinds = ['delivered', 'bounced', 'complained', 'opened', 'clicked', 'suppressed'] as const

const event = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().max(200).optional(),
    to: z.array(z.email()).max(50).default([]),
    bounce: z.object({ type: z.string() }).optional(),
  }),
})

/**
 * Takes in what Resend tells of a message. Each event counts once, in whatever order they come; kinds that mean
 * nothing here are passed over. A hard bounce and a complaint stop the address at once.
 * @param id the provider's own id of the event
 * @throws AppError 'invalid' for a body that is no event
 */
export async function takeResendEvent(id: string, body: string, clock: Clock): Promise<void> {
  const { type, created_at: at, data } = readEvent(body)
  const kind = kinds.find(one => type === `email.${one}`)
  if (!kind || !data.email_id) return
  const now = clock()
  const hashes = data.to.map(addressHash)
  const row = { id, providerId: data.email_id, kind, at, receivedAt: new Date(now) }
  await db().$transaction(async tx => {
    if (await tx.mailEvent.findUnique({ where: { id } })) return
    if ((kind === 'opened' || kind === 'clicked') && !(await mayMeasure(tx, hashes))) return
    await tx.mailEvent.create({ data: row })
    for (const hash of hashes) {
      if (kind === 'complained') await suppress(hash, everything, 'complained', now, tx)
      if (kind === 'suppressed') await suppress(hash, everything, 'bounced', now, tx)
      if (kind === 'delivered')
        await tx.softBounce.deleteMany({ where: { toHash: hash, lastAt: { lt: at } } })
      if (kind === 'bounced') await bounce(tx, hash, { hard: data.bounce?.type === 'Permanent', at, now })
    }
  })
}

function readEvent(body: string) {
  try {
    return event.parse(JSON.parse(body))
  } catch {
    throw new AppError('invalid', 'This is no event.')
  }
}

async function bounce(
  tx: Pick<Db, 'softBounce' | 'suppression'>,
  toHash: string,
  { hard, at, now }: { hard: boolean; at: Date; now: number },
): Promise<void> {
  if (hard) return suppress(toHash, everything, 'bounced', now, tx)
  const { count } = await tx.softBounce.upsert({
    where: { toHash },
    create: { toHash, count: 1, lastAt: at },
    update: { count: { increment: 1 }, lastAt: at },
  })
  if (count >= mostSoftBounces) await suppress(toHash, everything, 'bounced', now, tx)
}

/** Whether opens and clicks may be kept: only for subscribers, and only where they did not turn it off. */
async function mayMeasure(tx: Pick<Db, 'subscriber'>, hashes: string[]): Promise<boolean> {
  const measured = await tx.subscriber.count({ where: { emailHash: { in: hashes }, measured: true } })
  return hashes.length > 0 && measured === hashes.length
}

/** Drops what became of messages longer ago than 90 days. @param now Unix ms */
export async function forgetOldEvents(now: number): Promise<void> {
  await db().mailEvent.deleteMany({ where: { receivedAt: { lt: new Date(now - eventsLast) } } })
}
