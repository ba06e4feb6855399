import { db } from '@/_platform/db'
import { log } from '@/_platform/log'
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
