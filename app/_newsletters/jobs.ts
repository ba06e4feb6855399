import { z } from 'zod'
import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { enqueueJob, stepJob } from './broadcasts.data'
import { enqueueBroadcast } from './enqueue.data'
import { stepBroadcast } from './progress.data'

const about = z.object({ id: z.string() })

/** Background work of this domain, by kind. */
export const newsletterJobs = (clock: Clock): Record<string, JobHandler> => ({
  [enqueueJob]: payload => enqueueBroadcast(about.parse(payload).id, clock),
  [stepJob]: payload => stepBroadcast(about.parse(payload).id, clock),
})
