import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { endOffer } from './registrations.data'
import { type Reminding, remind, sendReplay } from './schedule.data'

/** Background work of this domain, by kind. */
export const webinarJobs = (clock: Clock): Record<string, JobHandler> => ({
  'webinar-remind': payload => remind(payload as Reminding, clock),
  'webinar-replay': payload => sendReplay(payload as { slug: string }, clock),
  'webinar-offer-ends': payload => endOffer((payload as { id: string }).id, clock),
})
