import { z } from 'zod'
import type { Clock } from '@/_platform/clock'
import { forgetAllPages } from '@/_platform/http/page-cache'
import type { JobHandler } from '@/_platform/jobs.data'
import { postVersion } from './announce.data'
import { postVersionJob } from './postings.data'
import { forgetArchiveJob, forgetMailJob } from './requests/answer.data'
import { forgetArchive } from './requests/archive'
import { forgetMailTo } from './requests/held.data'

const archive = z.object({ id: z.string() })
const mail = z.object({ emailHash: z.string() })
const version = z.object({ document: z.string(), version: z.string() })

/** Background work of this domain, by kind. */
export const privacyJobs = (clock: Clock): Record<string, JobHandler> => ({
  [postVersionJob]: async payload => {
    await postVersion(version.parse(payload), clock)
    forgetAllPages()
  },
  [forgetArchiveJob]: payload => forgetArchive(archive.parse(payload).id),
  [forgetMailJob]: payload => forgetMailTo(mail.parse(payload).emailHash),
})
