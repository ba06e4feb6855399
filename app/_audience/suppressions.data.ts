import { db } from '@/_platform/db'

/** The scope that stops everything but mail strictly about the account. */
export const everything = '*'

/**
 * Whether an address refused this scope, or everything. Mail strictly about the account is stopped by nothing but a
 * dead address ('bounced').
 */
export async function isSuppressed(toHash: string, scope: string): Promise<boolean> {
  const found = await db().suppression.findMany({ where: { toHash, scope: { in: [scope, everything] } } })
  return scope === 'account' ? found.some(one => one.reason === 'bounced') : found.length > 0
}

/** @param now Unix ms */
export async function suppress(toHash: string, scope: string, reason: string, now: number): Promise<void> {
  await db().suppression.upsert({
    where: { toHash_scope: { toHash, scope } },
    create: { toHash, scope, reason, at: new Date(now) },
    update: {},
  })
}
