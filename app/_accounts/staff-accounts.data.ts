import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { staffOnly } from './access.data'
import { type TrialState, trialState } from './trial/trial-state'
import type { Viewer } from './viewer'

export type StaffAccount = {
  id: string
  name: string
  /** Unix ms. */
  createdAt: number
  owners: string[]
  members: number
  sites: number
  trial: TrialState
}

const most = 500

/** Every account, the newest first: who owns it and how its trial stands, nothing its sites recorded. For staff. */
export async function accountsForStaff(
  viewer: Viewer | null,
  clock: Clock = systemClock,
): Promise<StaffAccount[]> {
  await staffOnly(viewer, { action: 'account.list', subject: 'deployment' }, clock)
  const rows = await db().account.findMany({
    include: {
      trial: true,
      members: { include: { user: { select: { email: true } } } },
      _count: { select: { sites: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
  return rows.map(({ id, name, createdAt, members, trial, _count }) => ({
    ...{ id, name, createdAt: createdAt.getTime(), members: members.length, sites: _count.sites },
    owners: members.filter(member => member.role === 'owner').map(member => member.user.email),
    trial: trial ? trialState(trial, clock()) : { state: 'none' },
  }))
}
