import { z } from 'zod'
import { day } from '@/_platform/clock'
import { kindNames, type RequestKind } from './kinds'

/** The form. Of a child nothing but the address is wanted (promise H1). */
export const requestForm = z.object({
  kind: z.enum(kindNames, 'Choose what you want.'),
  email: z
    .string()
    .trim()
    .max(254, 'Write the address in full.')
    .pipe(z.email('Write the address in full, like ann@example.com.')),
  site: z.string().trim().max(300, 'At most 300 characters.').default(''),
  details: z.string().trim().max(4000, 'At most 4,000 characters.').default(''),
  providers: z.array(z.string().max(100)).max(50).default([]),
})
export type RequestForm = z.infer<typeof requestForm>

export type RequestState = 'asked' | 'proven' | 'answered' | 'erased' | 'refused'

/** Where a complaint goes, in the only order there is (promise R3). */
export const complaintStages = ['office', 'independent', 'arbitration'] as const
export type ComplaintStage = (typeof complaintStages)[number]

/** What somebody who asked can do next, in words: the state page and every answer say it. */
export function nextStep(request: { kind: RequestKind; state: RequestState; stage: ComplaintStage }): string {
  const { kind, state, stage } = request
  if (state === 'asked') return 'Press the link in the message that we sent to your address.'
  if (state === 'proven' && stage === 'office')
    return 'Wait for our answer; the date by which it comes is above.'
  if (kind !== 'complaint')
    return 'Not content with the answer? Complain to the privacy office with a new request.'
  if (stage === 'office')
    return 'Not content with the answer? Take the complaint to the independent body, below.'
  if (stage === 'independent')
    return 'The independent body has it. When it has answered and you are still not content, take it to arbitration, below.'
  return 'Arbitration decides. There is no step after it with us.'
}

/** A complaint's next stage, when it may take it now: the office has to answer first, and no stage is skipped. */
export function nextStage(request: {
  kind: RequestKind
  state: RequestState
  stage: ComplaintStage
}): ComplaintStage | undefined {
  const { kind, state, stage } = request
  if (kind !== 'complaint' || state === 'asked' || state === 'proven') return undefined
  return complaintStages[complaintStages.indexOf(stage) + 1]
}

/** How long an archive can be fetched, and a link that proves an address works. */
export const archiveLasts = 14 * day
export const proofLasts = 7 * day
