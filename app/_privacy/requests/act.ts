import type { Viewer } from '@/_accounts/viewer'
import type { Clock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { answerRequest, confirmErasure, proposeErasure, putOff, refuseRequest } from './answer.data'

type Given = { id: string; text: string }

const acts: Record<string, (viewer: Viewer | null, given: Given, clock: Clock) => Promise<void>> = {
  answer: answerRequest,
  refuse: refuseRequest,
  'put-off': putOff,
  'propose-erasure': (viewer, { id }, clock) => proposeErasure(viewer, id, clock),
  erase: confirmErasure,
}

/**
 * Does what a button of the office's page says.
 * @throws AppError 'invalid' for no such button, and as the verb it stands for
 */
export async function actOnRequest(viewer: Viewer | null, form: FormData, clock: Clock): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? '')
  const act = acts[text('act')]
  if (!act) throw new AppError('invalid', 'Choose what to do.')
  await act(viewer, { id: text('id'), text: text('text') }, clock)
}
