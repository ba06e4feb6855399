import { roleIn } from '@/_accounts/access.data'
import type { Viewer } from '@/_accounts/viewer'
import type { EventStore } from '@/_analytics/store/event-store'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { shared } from '@/_platform/shared'
import { lastDayOf, monthsUntil } from './months'

/** Events of one calendar month (UTC), `2026-11`. */
export type MonthUsage = { month: string; events: number }

type Store = Pick<EventStore, 'query'>

/**
 * The events of an account in this calendar month and those before, of all its sites but made-up ones. What was only
 * set or merged is none, nor is what was refused.
 * @returns `months` of them, the latest first
 * @throws AppError as roleIn, for an admin or owner
 */
export async function usageOf(
  viewer: Viewer | null,
  accountId: string,
  months: number,
  clock: Clock = systemClock,
): Promise<MonthUsage[]> {
  await roleIn(viewer, accountId, { needs: 'admin', action: 'billing.read' }, clock)
  return eventsOf(shared<Store>('store'), accountId, monthsUntil(clock(), months))
}

/** @param months `2026-11`, the latest first */
export async function eventsOf(store: Store, accountId: string, months: string[]): Promise<MonthUsage[]> {
  const sites = await db().site.findMany({ where: { accountId, demo: false }, select: { id: true } })
  const sums = new Map(months.map(month => [month, 0]))
  for (const { id } of sites) {
    const range = { from: `${months.at(-1)}-01`, to: lastDayOf(months[0]!) }
    const { days } = await store.query(id, { report: 'arrivals', ...range })
    for (const { day, count } of days) {
      const month = day.slice(0, 7)
      if (sums.has(month)) sums.set(month, sums.get(month)! + count)
    }
  }
  return months.map(month => ({ month, events: sums.get(month)! }))
}
