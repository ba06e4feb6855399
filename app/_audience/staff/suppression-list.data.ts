import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { addressHash } from '../address'
import { everything, lift, suppress } from '../suppressions.data'

export type Suppressed = { hash: string; scope: string; reason: string; at: number }

const most = 200

/**
 * Who gets nothing more, newest first: the addresses themselves are not kept, so one is found by typing it.
 * @throws AppError 'forbidden' to anyone but staff
 */
export async function listSuppressions(viewer: Viewer | null, email: string) {
  assertStaff(viewer)
  const where = email ? { toHash: addressHash(email) } : {}
  const [rows, reasons] = await Promise.all([
    db().suppression.findMany({ where, orderBy: { at: 'desc' }, take: most }),
    db().suppression.groupBy({ by: ['reason'], _count: true }),
  ])
  return {
    rows: rows.map(({ toHash, at, ...row }): Suppressed => ({ hash: toHash, ...row, at: at.getTime() })),
    reasons: reasons.map(({ reason, _count }) => ({ reason, count: _count })),
  }
}

/** Stops all mail to an address but what its account needs, because its owner said so to us. */
export async function addSuppression(viewer: Viewer | null, email: string, clock: Clock): Promise<void> {
  assertStaff(viewer)
  await db().$transaction(async tx => {
    const hash = addressHash(email)
    await suppress(hash, everything, 'unsubscribed', clock(), tx)
    const note = { actorId: viewer.userId, accountId: null, action: 'suppression.add', subject: hash }
    await audit(tx, { ...note, at: clock() })
  })
}

/** Takes a refusal back, because the owner of the address said so; written down. */
export async function liftSuppression(
  viewer: Viewer | null,
  { hash, scope }: { hash: string; scope: string },
  clock: Clock,
): Promise<void> {
  assertStaff(viewer)
  await db().$transaction(async tx => {
    await lift(tx, hash, [scope])
    const note = { actorId: viewer.userId, accountId: null, action: 'suppression.lift', subject: hash }
    await audit(tx, { ...note, detail: { scope }, at: clock() })
  })
}
