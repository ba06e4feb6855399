import { watchAll, watchSites } from '@/_analytics/health/watch.data'
import type { EventStore } from '@/_analytics/store/event-store'
import { upkeepJobs } from '@/_analytics/store/upkeep.data'
import { audienceJobs } from '@/_audience/jobs'
import { blogJobs } from '@/_blog/jobs'
import { newsletterJobs } from '@/_newsletters/jobs'
import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { privacyJobs } from '@/_privacy/jobs'
import { webinarJobs } from '@/_webinars/jobs'

/** Every kind of background job of this deployment with what does it. */
export const jobHandlers = (store: EventStore, clock: Clock): Record<string, JobHandler> => ({
  [watchSites]: () => watchAll(store, clock),
  ...upkeepJobs(store, clock),
  ...audienceJobs(clock),
  ...privacyJobs(clock),
  ...blogJobs(clock),
  ...newsletterJobs(clock),
  ...webinarJobs(clock),
})
