import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { forgetSpam } from './comments/moderation.data'

/** Background work of this domain, by kind. */
export const blogJobs = (clock: Clock): Record<string, JobHandler> => ({
  'forget-spam': () => forgetSpam(clock()),
})
