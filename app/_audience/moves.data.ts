import { type Clock, day, hour } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { sign, verify } from '@/_platform/secret'
import { addressHash, maskedAddress, normalAddress } from './address'
import { recordConsent } from './consents.data'
import { queueMail } from './outbox.data'
import { readPreferencesToken } from './preferences-token'
import { everything, lift } from './suppressions.data'
import { wordings } from './wordings'

/** How long both ends have to confirm. */
const moveLasts = 3 * day

const bySubscriber: Limit = { name: 'move address', burst: 3, every: hour }

export type Side = 'old' | 'new'

const moveToken = (id: string, side: Side, until: number): string =>
  sign('move address', JSON.stringify([id, side]), until)

/**
 * Begins to move a reader's settings to another address: a link goes to both, and nothing changes before both were
 * pressed. Says nothing about whether the new address is known here.
 * @throws AppError 'invalid' when it is the same address, 'too_many'
 */
export async function askToMove(token: string, email: string, clock: Clock): Promise<void> {
  const now = clock()
  const from = await db().subscriber.findUnique({ where: { emailHash: readPreferencesToken(token, now) } })
  if (!from) throw new AppError('gone', 'We hold nothing about this address any more.')
  const to = normalAddress(email)
  if (to === from.email) throw new AppError('invalid', 'That is the address as it is.', 'email')
  await takeOrRefuse(bySubscriber, from.id, clock)
  const [id, until] = [newId('move'), now + moveLasts]
  await db().$transaction(async tx => {
    await tx.addressChange.deleteMany({ where: { subscriberId: from.id } })
    await tx.addressChange.create({
      data: { id, subscriberId: from.id, email: to, emailHash: addressHash(to), expiresAt: new Date(until) },
    })
    for (const side of ['old', 'new'] as const) {
      const props = {
        side,
        from: maskedAddress(from.email),
        to: maskedAddress(to),
        link: `${env.SITE_URL}/email/address?token=${moveToken(id, side, until)}`,
        days: moveLasts / day,
      }
      const address = side === 'old' ? from.email : to
      await queueMail(tx, { template: 'move-address', to: address, props, key: `${id}:${side}` }, now)
    }
  })
}

async function moveOf(token: string, now: number) {
  const [id, side] = JSON.parse(verify('move address', token, now)) as [string, Side]
  const move = await db().addressChange.findUnique({ where: { id }, include: { subscriber: true } })
  return { side, move, id }
}

export type MoveState =
  | { done: true }
  | { done: false; side: Side; from: string; to: string; pressed: boolean; otherPressed: boolean }

/** What a link to move an address is about. Changes nothing: link scanners open links. @param now Unix ms */
export async function readMove(token: string, now: number): Promise<MoveState> {
  const { side, move } = await moveOf(token, now)
  if (!move) return { done: true }
  const [mine, other] =
    side === 'old'
      ? (['oldConfirmedAt', 'newConfirmedAt'] as const)
      : (['newConfirmedAt', 'oldConfirmedAt'] as const)
  return {
    done: false,
    side,
    from: maskedAddress(move.subscriber.email),
    to: maskedAddress(move.email),
    pressed: move[mine] !== null,
    otherPressed: move[other] !== null,
  }
}

/**
 * One end's yes. The second one moves everything: topics, settings and the record of consents. What the new address
 * had asked for before stays with it.
 * @param address the IP address it came from; kept as its network
 */
export async function confirmMove(token: string, address: string, clock: Clock): Promise<void> {
  const now = clock()
  const { side, id } = await moveOf(token, now)
  const at = new Date(now)
  await db().$transaction(async tx => {
    const data = side === 'old' ? { oldConfirmedAt: at } : { newConfirmedAt: at }
    const { count } = await tx.addressChange.updateMany({ where: { id }, data })
    if (count === 0) return
    const move = await tx.addressChange.findUniqueOrThrow({ where: { id }, include: { subscriber: true } })
    if (!move.oldConfirmedAt || !move.newConfirmedAt) return
    await takeOver(tx, move.subscriberId, move.emailHash)
    await tx.subscriber.update({
      where: { id: move.subscriberId },
      data: { email: move.email, emailHash: move.emailHash },
    })
    await lift(tx, move.emailHash, [everything])
    const said = { kind: 'changed', subject: 'address', wording: wordings.move } as const
    await recordConsent(tx, { subscriberId: move.subscriberId, ...said, address }, now)
    await tx.addressChange.delete({ where: { id } })
  })
}

/** The reader that the new address was until now gives what it confirmed and what it said to the one that moves in. */
async function takeOver(
  tx: Pick<Db, 'subscriber' | 'subscription' | 'consentRecord'>,
  subscriberId: string,
  emailHash: string,
): Promise<void> {
  const former = await tx.subscriber.findUnique({ where: { emailHash }, include: { subscriptions: true } })
  if (!former) return
  for (const { topic, state, askedAt, confirmedAt } of former.subscriptions) {
    if (state !== 'confirmed') continue
    const confirmed = { state, askedAt, confirmedAt, leftAt: null }
    await tx.subscription.upsert({
      where: { subscriberId_topic: { subscriberId, topic } },
      create: { subscriberId, topic, ...confirmed },
      update: confirmed,
    })
  }
  await tx.consentRecord.updateMany({ where: { subscriberId: former.id }, data: { subscriberId } })
  await tx.subscriber.delete({ where: { id: former.id } })
}

/** Forgets moves that were not confirmed from both ends in time. @param now Unix ms */
export async function forgetOldMoves(now: number): Promise<void> {
  await db().addressChange.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
}
