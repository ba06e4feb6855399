import { db } from '@/_platform/db'
import type { Membership, Viewer } from './viewer'
import { roles } from './viewer'

export type AccountOf = Membership & { name: string }

/** The accounts that the viewer belongs to, those first in which they may do most. */
export async function accountsOf(viewer: Viewer): Promise<AccountOf[]> {
  const rows = await db().account.findMany({
    where: { id: { in: viewer.memberships.map(one => one.accountId) } },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'asc' }],
  })
  const names = new Map(rows.map(row => [row.id, row.name]))
  return viewer.memberships
    .map(one => ({ ...one, name: names.get(one.accountId) ?? '' }))
    .sort((one, other) => roles.indexOf(other.role) - roles.indexOf(one.role))
}
