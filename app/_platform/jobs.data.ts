import { type Clock, minute } from './clock'
import { type Db, db } from './db'
import { newId } from './ids'
import { log } from './log'
import { poll } from './poll'

/** What can write a job: the client, or the transaction of the change that causes it. */
type Writer = Pick<Db, 'job'>

export type JobHandler = (payload: unknown) => Promise<void>

/** Attempts wait 1, 2, 4 … minutes, at most 6 hours; after 12 the job stays with its last error. */
const retryAfter = (attempts: number): number => Math.min(2 ** attempts, 360) * minute
const mostAttempts = 12
/** A claim older than this belonged to a process that died. */
const claimLasts = 10 * minute

/**
 * Queues background work once a key: the same key again changes nothing.
 * @param runAt Unix ms
 */
export async function enqueue(
  writer: Writer,
  job: { kind: string; key: string; payload?: unknown; runAt: number; now: number },
): Promise<void> {
  const { kind, key, payload = {}, runAt, now } = job
  await writer.job.upsert({
    where: { key },
    update: {},
    create: {
      id: newId('job'),
      kind,
      key,
      payload: JSON.stringify(payload),
      runAt: new Date(runAt),
      createdAt: new Date(now),
    },
  })
}

/** Runs one due job; false when none is due. A job that throws is tried again later. */
export async function runNextJob(handlers: Record<string, JobHandler>, clock: Clock): Promise<boolean> {
  const now = new Date(clock())
  const dead = new Date(clock() - claimLasts)
  const due = await db().job.findFirst({
    where: {
      kind: { in: Object.keys(handlers) },
      doneAt: null,
      attempts: { lt: mostAttempts },
      runAt: { lte: now },
      OR: [{ claimedAt: null }, { claimedAt: { lt: dead } }],
    },
    orderBy: { runAt: 'asc' },
  })
  if (!due) return false
  const { count } = await db().job.updateMany({
    where: { id: due.id, attempts: due.attempts, doneAt: null },
    data: { claimedAt: now, attempts: { increment: 1 } },
  })
  if (count === 0) return true
  try {
    await handlers[due.kind]!(JSON.parse(due.payload))
    await db().job.update({ where: { id: due.id }, data: { doneAt: new Date(clock()), lastError: null } })
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    const runAt = new Date(clock() + retryAfter(due.attempts))
    await db().job.update({ where: { id: due.id }, data: { claimedAt: null, lastError, runAt } })
    log.warn({ job: due.id, kind: due.kind, attempts: due.attempts + 1, err: lastError }, 'a job failed')
  }
  return true
}

/** Runs due jobs one after another. @returns a function that stops it after the job at hand */
export const startJobs = (handlers: Record<string, JobHandler>, clock: Clock): (() => Promise<void>) =>
  poll('jobs', () => runNextJob(handlers, clock))
