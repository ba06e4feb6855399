import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendImage } from './answer'
import { readBody } from './body'
import { decodeBytes, decodeForm, type Form } from './decode'
import type { HitKind } from './draft'
import type { Intake } from './intake'

/** Bytes of a query, and of a form body. */
const maxForm = 64 * 1024

/** `/e`, `/s` and `/a`: one hit in the query, in a form body, or in both, the body's word being the last. */
export async function formDoor(
  intake: Intake,
  kind: HitKind,
  query: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const sender = intake.senderOf(req)
  const form: Form = query.length > maxForm ? { fields: new Map(), bad: 'too-large' } : decodeForm(query)
  if (req.method === 'POST') await addBody(form, req)
  else if (req.method !== 'GET') form.bad = 'method'
  sendImage(res, await intake.take(kind, form.fields, sender, form.bad))
}

async function addBody(form: Form, req: IncomingMessage): Promise<void> {
  const body = await readBody(req, maxForm)
  const text = typeof body === 'string' ? undefined : decodeBytes(body)
  if (text !== undefined) decodeForm(text, form)
  else form.bad = typeof body === 'string' ? body : 'charset'
}
