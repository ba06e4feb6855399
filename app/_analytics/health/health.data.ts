import type { Viewer } from '@/_accounts/viewer'
import { type Clock, day, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { shared } from '@/_platform/shared'
import { siteFor } from '../sites.data'
import type { EventStore } from '../store/event-store'
import { explain, partOf, type Reason } from './reasons'

export type Counted = Reason & { count: number }

/** Days are UTC. */
export type HealthDay = {
  day: string
  /** Events that happened on the day and are stored, bots left out. */
  accepted: number
  /** Most frequent first. */
  refused: Counted[]
  dropped: Counted[]
}

export type Health = {
  /** The newest event's time, Unix ms. */
  last: number | undefined
  /** Newest first; the first is today and not over. */
  days: HealthDay[]
  /** Properties that something was taken out of, over all these days. */
  parts: { what: 'redacted' | 'blocked' | 'limit'; property: string; count: number; lastDay: string }[]
}

/**
 * What a site's senders did lately: accepted, refused and dropped by reason. Nothing in it says anything of who.
 * @param days how many, today included
 * @throws AppError as siteFor
 */
export async function healthOf(
  viewer: Viewer | null,
  siteId: string,
  days: number,
  clock: Clock = systemClock,
): Promise<Health> {
  const site = await siteFor(viewer, siteId)
  const now = clock()
  const [from, to] = [dayOf(now - (days - 1) * day), dayOf(now)]
  const store = shared<EventStore>('store')
  const [arrived, counts] = await Promise.all([
    store.query(site.id, { report: 'arrivals', from, to }),
    db().refusal.findMany({
      where: { siteId: site.id, day: { gte: from, lte: to } },
      orderBy: [{ count: 'desc' }, { reason: 'asc' }],
    }),
  ])
  const whole = counts.filter(({ reason }) => !partOf(reason))
  const of = (on: string, kind: Reason['kind']) =>
    whole
      .filter(one => one.day === on)
      .map(({ reason, count }) => ({ ...explain(reason), count }))
      .filter(one => one.kind === kind)
  return {
    last: arrived.last,
    days: arrived.days
      .map(({ day: on, count }) => ({
        day: on,
        accepted: count,
        refused: of(on, 'refused'),
        dropped: of(on, 'dropped'),
      }))
      .reverse(),
    parts: partsOf(counts),
  }
}

function partsOf(counts: { reason: string; count: number; day: string }[]): Health['parts'] {
  const found = new Map<string, Health['parts'][number]>()
  for (const { reason, count, day: on } of counts) {
    const part = partOf(reason)
    if (!part) continue
    const known = found.get(reason)
    const lastDay = known && known.lastDay > on ? known.lastDay : on
    found.set(reason, { ...part, count: count + (known?.count ?? 0), lastDay })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.property < b.property ? -1 : 1))
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
