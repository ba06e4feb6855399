import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { dunningStep, dunningSteps } from './dunning.data'
import { endCustomer, endCustomerJob } from './end-customer'
import { syncJob } from './events.data'
import { reconcile, reconcileJob } from './reconcile.data'
import { syncCustomer } from './sync.data'

/** Background work of this domain, by kind. */
export const billingJobs = (clock: Clock): Record<string, JobHandler> => ({
  [syncJob]: payload => syncCustomer((payload as { customer: string }).customer, clock),
  [endCustomerJob]: payload => endCustomer((payload as { customer: string }).customer),
  [dunningStep]: dunningSteps(clock),
  [reconcileJob]: () => reconcile(clock),
})
