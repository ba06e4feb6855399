import { z } from 'zod'
import type { Clock } from '@/_platform/clock'
import { forgetAllPages } from '@/_platform/http/page-cache'
import type { JobHandler } from '@/_platform/jobs.data'
import { postVersion } from './announce.data'
import { postVersionJob } from './postings.data'

const version = z.object({ document: z.string(), version: z.string() })

/** Background work of this domain, by kind. */
export const privacyJobs = (clock: Clock): Record<string, JobHandler> => ({
  [postVersionJob]: async payload => {
    await postVersion(version.parse(payload), clock)
    forgetAllPages()
  },
})
