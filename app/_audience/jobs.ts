import type { Clock } from '@/_platform/clock'
import type { JobHandler } from '@/_platform/jobs.data'
import { forgetMessages, forgetOldMessages } from './contact.data'
import { forgetOldMoves } from './moves.data'
import { forgetUnconfirmed } from './subscribers.data'
import { forgetOldEvents } from './webhooks/resend-events.data'

/** Background work of this domain, by kind. */
export const audienceJobs = (clock: Clock): Record<string, JobHandler> => ({
  [forgetMessages]: () => forgetOldMessages(clock()),
  'forget-unconfirmed': async () => {
    await forgetUnconfirmed(clock())
    await forgetOldEvents(clock())
    await forgetOldMoves(clock())
  },
})
