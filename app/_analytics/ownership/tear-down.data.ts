import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from '@/_platform/audit.data'
import { type Clock, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { enqueue, type JobHandler } from '@/_platform/jobs.data'
import type { EventStore } from '../store/event-store'
import { deleteSiteJob } from './site-owner.data'

const removeFileJob = 'remove-site-file'

/** The collector knows within a second that a site is gone; by then what it took before has been written. */
const settled = minute

/**
 * Deletes a site's row, with its tokens, library and settings, and plans that its file follows a minute later.
 * @param siteId a site that is not there is no error
 */
export async function tearDownSite(siteId: string, now: number): Promise<void> {
  await db().$transaction(async tx => {
    const site = await tx.site.findUnique({ where: { id: siteId } })
    if (!site) return
    await tx.site.delete({ where: { id: siteId } })
    await tx.refusal.deleteMany({ where: { siteId } })
    await tx.setting.deleteMany({ where: { name: `demo data ${siteId}` } })
    const note = { actorId: null, accountId: site.accountId, action: 'site.deleted', subject: siteId }
    await audit(tx, { ...note, at: now })
    const key = `${removeFileJob}:${siteId}`
    await enqueue(tx, { kind: removeFileJob, key, payload: { siteId }, runAt: now + settled, now })
  })
}

/** What deletes sites whose grace is over, and the files of sites that are gone. */
export const tearDownJobs = (
  store: Pick<EventStore, 'compact'>,
  dataDir: string,
  clock: Clock,
): Record<string, JobHandler> => ({
  [deleteSiteJob]: async payload => {
    const { siteId } = payload as { siteId: string }
    const stop = await db().siteStop.findUnique({ where: { siteId } })
    if (stop?.deleteAt && stop.deleteAt.getTime() <= clock()) await tearDownSite(siteId, clock())
  },
  [removeFileJob]: async payload => {
    const { siteId } = payload as { siteId: string }
    if (await db().site.count({ where: { id: siteId } })) return
    // What still lay in the log goes into the file first, so that nothing writes a new one afterwards.
    await store.compact()
    for (const part of ['', '-wal', '-shm'])
      rmSync(join(dataDir, 'sites', `${siteId}.db${part}`), { force: true })
  },
})
