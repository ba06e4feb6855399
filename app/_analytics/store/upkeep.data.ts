import { join } from 'node:path'
import { type Clock, day, hour } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { enqueue, type JobHandler } from '@/_platform/jobs.data'
import { log } from '@/_platform/log'
import { siteSettings } from '../sites'
import type { EventStore } from './event-store'

const retention = 'retention'
const backups = 'backup'

/** UTC hours of the day: retention first, so that a backup holds nothing that is past its time. */
const hours = { [retention]: 2, [backups]: 3 }

/** Where backups go: a folder of their own, best on another disk. */
export const backupFolder = (): string => env.BACKUP_DIR ?? join(env.DATA_DIR, 'backups')

/** Plans the next daily retention and backup; what is planned already stays as it is. */
export async function planUpkeep(clock: Clock): Promise<void> {
  await Promise.all([plan(retention, clock), plan(backups, clock)])
}

async function plan(kind: keyof typeof hours, clock: Clock): Promise<void> {
  const now = clock()
  const today = Math.floor(now / day) * day + hours[kind] * hour
  const runAt = today > now ? today : today + day
  await enqueue(db(), { kind, key: `${kind}:${Math.floor(runAt / day)}`, runAt, now })
}

export const upkeepJobs = (store: EventStore, clock: Clock): Record<string, JobHandler> => ({
  [retention]: async () => {
    await plan(retention, clock)
    await retainAll(store, clock)
  },
  [backups]: async () => {
    await plan(backups, clock)
    if (env.BACKUP_KEEP === 0) return
    const { folder, bytes } = await store.backup({ into: backupFolder(), at: clock(), keep: env.BACKUP_KEEP })
    log.info({ folder, bytes }, 'backed up')
  },
})

/** Deletes of each site what is older than its owner wants to keep. One site's trouble does not stop the others. */
export async function retainAll(store: Pick<EventStore, 'retain'>, clock: Clock): Promise<void> {
  const sites = await db().site.findMany({ select: { id: true, settings: true } })
  const failed: string[] = []
  for (const { id, settings } of sites) {
    const { keepDays } = siteSettings.parse(JSON.parse(settings))
    if (keepDays === 0) continue
    try {
      const { hits } = await store.retain(id, Math.floor(clock() / day) - keepDays)
      if (hits > 0) log.info({ siteId: id, hits, keepDays }, 'older events were deleted')
    } catch (error) {
      log.error({ siteId: id, err: error }, 'older events could not be deleted')
      failed.push(id)
    }
  }
  if (failed.length) throw new Error(`Older events of ${failed.join(', ')} could not be deleted`)
}
