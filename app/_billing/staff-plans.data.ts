import { staffOnly } from '@/_accounts/access.data'
import { type Plan, plans } from '@/_accounts/plans'
import { markSettled } from '@/_accounts/trial/trials.data'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'

/** One account with how it stands. */
export type AccountPlan = {
  accountId: string
  name: string
  plan: Plan | null
  by: 'stripe' | 'staff' | null
  state: string
  /** Unix ms; null where it can be changed. */
  readOnlyAt: number | null
}

export const accountsAPage = 50

/**
 * All accounts by name, `accountsAPage` at a time.
 * @param asked.page from 1
 * @throws AppError as staffOnly
 */
export async function accountPlans(
  viewer: Viewer | null,
  asked: { search?: string; page: number },
  clock: Clock = systemClock,
): Promise<{ accounts: AccountPlan[]; total: number }> {
  await staffOnly(viewer, { action: 'account.plans', subject: 'deployment' }, clock)
  const where = asked.search ? { name: { contains: asked.search } } : {}
  const rows = await db().account.findMany({
    where,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    skip: (asked.page - 1) * accountsAPage,
    take: accountsAPage,
    include: { billing: true, trial: true },
  })
  const accounts = rows.map(({ id, name, billing, trial }): AccountPlan => {
    const plan = billing?.plan ?? trial?.plan
    return {
      accountId: id,
      name,
      plan: plans.find(({ key }) => key === plan) ?? null,
      by: billing?.plan ? (billing.by as 'stripe' | 'staff') : null,
      state: billing?.plan ? billing.state : trial ? 'trial' : 'none',
      readOnlyAt: billing?.readOnlyAt?.getTime() ?? null,
    }
  })
  return { accounts, total: await db().account.count({ where }) }
}

/**
 * Gives an account a plan by hand, or another one. Its trial ends nothing then.
 * @throws AppError as staffOnly; 'invalid' for no such plan; 'not_found'; 'conflict' while a plan is paid through
 *   Stripe, where its owner changes it
 */
export async function assignPlan(
  viewer: Viewer | null,
  accountId: string,
  planKey: string,
  clock: Clock = systemClock,
): Promise<void> {
  const staff = await staffOnly(viewer, { action: 'account.plan', subject: accountId }, clock)
  const plan = plans.find(({ key }) => key === planKey)?.key
  if (!plan) throw new AppError('invalid', 'There is no such plan.', 'plan')
  const now = clock()
  await db().$transaction(async tx => {
    if (!(await tx.account.findUnique({ where: { id: accountId }, select: { id: true } })))
      throw new AppError('not_found', 'There is no such account.')
    const before = await tx.billing.findUnique({ where: { accountId } })
    if (before?.by === 'stripe' && (before.state === 'active' || before.state === 'past_due'))
      throw new AppError('conflict', 'This account pays through Stripe; its owner changes the plan there.')
    const data = {
      ...{ plan, by: 'staff', state: 'active' },
      ...{ periodEnd: null, endsAt: null, failedSince: null, readOnlyAt: null },
    }
    await tx.billing.upsert({ where: { accountId }, create: { accountId, ...data }, update: data })
    await markSettled(tx, accountId, plan, now)
    const note = { actorId: staff.userId, accountId, action: 'account.plan', subject: accountId }
    await audit(tx, { ...note, detail: { plan }, at: now })
  })
}
