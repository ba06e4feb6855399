import type { IncomingMessage, ServerResponse } from 'node:http'
import { hour } from '@/_platform/clock'
import { sendJson } from './answer'
import { decodeForm } from './decode'
import type { Intake } from './intake'

/** How long a mobile library may go without asking again. */
const validFor = hour

/**
 * `GET /m/trk?product_key=KEY`: tells the later mobile libraries whether and where to send (kissmetrics.md, 1.10).
 * They drop what they queued when `tracking` is false.
 */
export function mobileDoor(intake: Intake, query: string, req: IncomingMessage, res: ServerResponse): void {
  const { received } = intake.senderOf(req)
  const known = intake.byKey(decodeForm(query).fields.get('product_key') ?? '') !== undefined
  res.setHeader('Expires', new Date(received + validFor).toUTCString())
  sendJson(res, {
    reason: known ? 'PRODUCT_SAMPLING' : 'UNKNOWN_PRODUCT',
    tracking: known,
    tracking_endpoint: req.headers.host ?? '',
  })
}
