import { queueMail } from '@/_audience/outbox.data'
import { type Clock, day, hour } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { enqueue } from '@/_platform/jobs.data'
import { log } from '@/_platform/log'
import { ownSite } from '../sites.data'
import type { EventStore } from '../store/event-store'
import { hitsStopped, hoursLookedAt, lookFrom, unknownKeysJumped } from './alarms'

export const watchSites = 'watch-sites'

type Store = Pick<EventStore, 'query'>

/** Plans the next look at all sites, at the full hour: the same hour is planned once. */
export async function planNextWatch(clock: Clock): Promise<void> {
  const now = clock()
  const next = (Math.floor(now / hour) + 1) * hour
  await enqueue(db(), { kind: watchSites, key: `${watchSites}:${next / hour}`, runAt: next, now })
}

/**
 * Looks at every site once and tells its owners by mail what should not wait: hits that stopped, and for the
 * operator a jump of hits with unknown keys. The same incident is one message. Plans the next look first, so
 * that one site's trouble never ends the watch.
 */
export async function watchAll(store: Store, clock: Clock): Promise<void> {
  await planNextWatch(clock)
  const sites = await db().site.findMany({ select: { id: true, accountId: true, name: true } })
  for (const site of sites) {
    try {
      await watchSite(store, site, clock())
    } catch (error) {
      log.error({ siteId: site.id, err: error }, 'a site could not be watched')
    }
  }
  await watchUnknownKeys(clock())
}

type Watched = { id: string; accountId: string; name: string }

async function watchSite(store: Store, site: Watched, now: number): Promise<void> {
  const from = lookFrom(now)
  const { counts } = await store.query(site.id, { report: 'hours', from, hours: hoursLookedAt })
  if (!hitsStopped(counts)) return
  const today = dayOf(now)
  const { last } = await store.query(site.id, { report: 'arrivals', from: today, to: today })
  if (last === undefined || last >= from + hoursLookedAt * hour) return
  const props = { site: site.name, last, health: `${env.SITE_URL}/sites/${site.id}/health` }
  for (const to of await ownersOf(site.accountId))
    await queueMail(
      db(),
      { template: 'hits-stopped', to, props, key: `hits-stopped:${site.id}:${last}:${to}` },
      now,
    )
}

async function watchUnknownKeys(now: number): Promise<void> {
  const today = dayOf(now)
  const rows = await db().refusal.findMany({
    where: { siteId: '', reason: 'unknown-key', day: { gte: dayOf(now - 7 * day), lte: today } },
  })
  const count = rows.find(row => row.day === today)?.count ?? 0
  const before = rows.filter(row => row.day !== today).map(row => row.count)
  if (!unknownKeysJumped(count, before)) return
  const operator = await ownSite().catch(error => {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  })
  if (!operator) return
  const props = { count, day: today, usual: Math.max(0, ...before) }
  for (const to of await ownersOf(operator.accountId))
    await queueMail(db(), { template: 'unknown-keys', to, props, key: `unknown-keys:${today}:${to}` }, now)
}

async function ownersOf(accountId: string): Promise<string[]> {
  const members = await db().member.findMany({
    where: { accountId, role: 'owner', user: { demo: false } },
    select: { user: { select: { email: true } } },
  })
  return members.map(member => member.user.email)
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
