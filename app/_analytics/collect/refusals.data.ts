import type { Viewer } from '@/_accounts/viewer'
import { db } from '@/_platform/db'
import { log } from '@/_platform/log'
import { siteFor } from '../sites.data'
import type { Refusals } from './refusals'

const flushEvery = 5000

/** Adds what was counted since the last time to app.db. What can't be written is counted again. */
export async function flushRefusals(refusals: Refusals): Promise<void> {
  const counts = refusals.take()
  if (!counts.length) return
  try {
    await db().$transaction(
      counts.map(({ count, ...id }) =>
        db().refusal.upsert({
          where: { siteId_day_reason: id },
          create: { ...id, count },
          update: { count: { increment: count } },
        }),
      ),
    )
  } catch (error) {
    refusals.giveBack(counts)
    throw error
  }
}

/**
 * Writes the counts every few seconds.
 * @returns stops that and writes what is left; call it when the server stops
 */
export function keepRefusals(refusals: Refusals): () => Promise<void> {
  let writing = Promise.resolve()
  const write = () => {
    writing = writing
      .then(() => flushRefusals(refusals))
      .catch(error => log.error({ error }, 'refusal counts'))
  }
  const timer = setInterval(write, flushEvery)
  return () => {
    clearInterval(timer)
    write()
    return writing
  }
}

/**
 * What was dropped of a site's hits, and what was redacted in them (`redacted:PROPERTY`) or blocked
 * (`blocked:PROPERTY`), by UTC day (`YYYY-MM-DD`, both ends included), the most frequent reason of a day first.
 * @throws AppError 'not_found' for others' sites exactly as for absent ones
 */
export async function refusalsOf(
  viewer: Viewer | null,
  siteId: string,
  days: { from: string; to: string },
): Promise<{ day: string; reason: string; count: number }[]> {
  const site = await siteFor(viewer, siteId)
  return db().refusal.findMany({
    where: { siteId: site.id, day: { gte: days.from, lte: days.to } },
    select: { day: true, reason: true, count: true },
    orderBy: [{ day: 'asc' }, { count: 'desc' }, { reason: 'asc' }],
  })
}
