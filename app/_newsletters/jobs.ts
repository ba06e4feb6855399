import { z } from 'zod'
import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { enqueueJob, stepJob } from './broadcasts.data'
import { digestJob, digestsDue, planNextDigests, writeDigests } from './digests.data'
import { enqueueBroadcast } from './enqueue.data'
import { stepBroadcast } from './progress.data'

const about = z.object({ id: z.string() })
const dueSince = z.object({ since: z.number() })

/** Background work of this domain, by kind. */
export const newsletterJobs = (clock: Clock): Record<string, JobHandler> => ({
  [enqueueJob]: payload => enqueueBroadcast(about.parse(payload).id, clock),
  [stepJob]: payload => stepBroadcast(about.parse(payload).id, clock),
  [digestJob]: async payload => {
    for (const every of digestsDue(dueSince.parse(payload).since, clock())) await writeDigests(every, clock)
    await planNextDigests(clock)
  },
})
