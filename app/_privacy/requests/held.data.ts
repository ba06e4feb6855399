import { addressHash, normalAddress } from '@/_audience/address'
import { everything, suppress } from '@/_audience/suppressions.data'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { type Held, type HeldBy, held } from './held'

type Where = Record<string, unknown>
type Table = {
  findMany(given: { where: Where; omit: Record<string, true> }): Promise<object[]>
  updateMany(given: { where: Where; data: object }): Promise<{ count: number }>
  deleteMany(given: { where: Where }): Promise<{ count: number }>
}
type Tables = Pick<Db, 'user' | 'member' | 'subscriber'>

const tableOf = (writer: Tables, { model }: Held): Table =>
  (writer as unknown as Record<string, Table>)[model[0]!.toLowerCase() + model.slice(1)]!

/** What a person is called in each of the ways; a way in which they are not known is absent. */
async function keysOf(writer: Tables, email: string): Promise<Partial<Record<HeldBy, string>>> {
  const address = normalAddress(email)
  const [user, subscriber] = await Promise.all([
    writer.user.findUnique({ where: { email: address }, select: { id: true } }),
    writer.subscriber.findUnique({ where: { email: address }, select: { id: true } }),
  ])
  return { email: address, emailHash: addressHash(address), userId: user?.id, subscriberId: subscriber?.id }
}

const where = ({ by, column = by }: Held, keys: Partial<Record<HeldBy, string>>): Where | undefined =>
  keys[by] === undefined ? undefined : { [column]: keys[by] }

/** Everything in app.db under an address, table by table; tables without a row are left out. Only for the office. */
export async function collectHeld(email: string): Promise<{ name: string; rows: object[] }[]> {
  const keys = await keysOf(db(), email)
  const found = held.map(async one => {
    const mine = where(one, keys)
    const omit = Object.fromEntries((one.omit ?? []).map(column => [column, true as const]))
    return { name: one.name, rows: mine ? await tableOf(db(), one).findMany({ where: mine, omit }) : [] }
  })
  return (await Promise.all(found)).filter(({ rows }) => rows.length > 0)
}

/**
 * Deletes or empties everything under an address in app.db but what `held` says is kept, and stops all mail to it. Only for
 * the office, within the transaction that records it.
 * @throws AppError 'conflict' for the only owner of an account: its sites would be left without anybody
 * @param now Unix ms
 */
export async function eraseHeld(
  tx: Tables & Pick<Db, 'suppression'>,
  email: string,
  now: number,
): Promise<void> {
  const keys = await keysOf(tx, email)
  if (keys.userId) await refuseOnlyOwner(tx, keys.userId)
  for (const one of held) {
    const mine = where(one, keys)
    if (!mine || one.keptBecause) continue
    if (one.emptied) await tableOf(tx, one).updateMany({ where: mine, data: one.emptied })
    else await tableOf(tx, one).deleteMany({ where: mine })
  }
  await suppress(addressHash(email), everything, 'erased', now, tx)
}

async function refuseOnlyOwner(tx: Tables, userId: string): Promise<void> {
  const owned = await tx.member.findMany({
    where: { userId, role: 'owner' },
    select: { account: { select: { name: true, members: { where: { role: 'owner' } } } } },
  })
  const alone = owned.find(({ account }) => account.members.length === 1)
  if (alone)
    throw new AppError(
      'conflict',
      `They are the only owner of the account ${alone.account.name}. Close the account or name another owner first.`,
    )
}

/** Deletes what the outbox and the local mailbox still hold of messages to an erased address. */
export async function forgetMailTo(emailHash: string): Promise<void> {
  await db().$transaction(async tx => {
    const sent = await tx.outboxMessage.findMany({ where: { toHash: emailHash }, select: { to: true } })
    await tx.mailboxMessage.deleteMany({ where: { to: { in: sent.map(({ to }) => to) } } })
    await tx.outboxMessage.deleteMany({ where: { toHash: emailHash } })
  })
}
