import { tearDownAccount } from '@/_accounts/tear-down.data'
import { trialStep, trialSteps } from '@/_accounts/trial/trials.data'
import { watchAll, watchSites } from '@/_analytics/health/watch.data'
import { tearDownJobs } from '@/_analytics/ownership/tear-down.data'
import type { EventStore } from '@/_analytics/store/event-store'
import { upkeepJobs } from '@/_analytics/store/upkeep.data'
import { audienceJobs } from '@/_audience/jobs'
import { billingJobs } from '@/_billing/jobs'
import { blogJobs } from '@/_blog/jobs'
import { newsletterJobs } from '@/_newsletters/jobs'
import type { Clock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import type { JobHandler } from '@/_platform/jobs.data'
import { privacyJobs } from '@/_privacy/jobs'
import { webinarJobs } from '@/_webinars/jobs'

/** Every kind of background job of this deployment with what does it. */
export const jobHandlers = (store: EventStore, clock: Clock): Record<string, JobHandler> => ({
  [watchSites]: () => watchAll(store, clock),
  ...upkeepJobs(store, clock),
  ...tearDownJobs(store, env.DATA_DIR, clock),
  [trialStep]: trialSteps(accountId => tearDownAccount(accountId, clock()), clock),
  ...audienceJobs(clock),
  ...privacyJobs(clock),
  ...billingJobs(clock),
  ...blogJobs(clock),
  ...newsletterJobs(clock),
  ...webinarJobs(clock),
})
