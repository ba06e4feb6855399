import type { Db } from '@/_platform/db'
import { db } from '@/_platform/db'
import { newId } from '@/_platform/ids'

/** What can happen to a request, and what its own page calls it. */
export const stepNames = {
  asked: 'Asked for',
  proven: 'Address confirmed',
  'put-off': 'Put off to the second date',
  'erasure-proposed': 'Erasure proposed by one of our people',
  erased: 'Erased, confirmed by a second one',
  answered: 'Answered',
  refused: 'Refused',
  fetched: 'Archive fetched',
  'to-independent': 'Taken to the independent body',
  'to-arbitration': 'Taken to arbitration',
} as const

export type StepName = keyof typeof stepNames

/** Writes one step down, for good, with the transaction that makes it. @param at Unix ms */
export async function takeStep(
  tx: Pick<Db, 'privacyRequestStep'>,
  given: { requestId: string; what: StepName; actorId?: string; text?: string },
  at: number,
): Promise<void> {
  await tx.privacyRequestStep.create({ data: { id: newId('step'), at: new Date(at), ...given } })
}

export async function stepsOf(requestId: string) {
  const rows = await db().privacyRequestStep.findMany({
    where: { requestId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, at, what, text, actorId }) => ({
    id,
    at: at.getTime(),
    what: what as StepName,
    text,
    actorId,
  }))
}
