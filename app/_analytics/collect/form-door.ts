import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendFailure, sendImage } from './answer'
import { readBody } from './body'
import { decodeBytes, decodeForm, type Form } from './decode'
import type { HitKind } from './draft'
import type { Intake } from './intake'

/** Bytes of a query, and of a form body. */
const maxForm = 64 * 1024

/** `/e`, `/s` and `/a`: one hit in the query, in a form body, or in both, the body's word being the last. */
export function formDoor(
  intake: Intake,
  kind: HitKind,
  query: string,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const sender = intake.senderOf(req)
  const form: Form = query.length > maxForm ? tooLarge() : decodeForm(query)
  const take = () => {
    intake.take(kind, form.fields, sender, form.bad).then(
      reason => sendImage(res, reason),
      error => sendFailure(res, error),
    )
  }
  if (req.method === 'POST') {
    readBody(req, maxForm, (body, reason) => {
      const sent = body && decodeBytes(body)
      if (sent === undefined) form.bad = reason ?? 'charset'
      else decodeForm(sent, form)
      take()
    })
  } else {
    if (req.method !== 'GET') form.bad = 'method'
    take()
  }
}

const tooLarge = (): Form => ({ fields: new Map(), bad: 'too-large' })
